/** What licences a model stands under through what it learned from. */
package io.treehouse.training.licence;
