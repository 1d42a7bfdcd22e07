/**
 * Contact sheets: pictures beside their labels, for people to look at. Start at {@link
 * io.treehouse.datasets.sheet.ContactSheet}.
 */
package io.treehouse.datasets.sheet;
