/**
 * From JSON documents to requests for estimates. Start at {@link
 * io.treehouse.inference.carbon.document.EstimateDocument}; {@link io.treehouse.inference.carbon.document.ResultReader}
 * reads the answers of the classification.
 */
package io.treehouse.inference.carbon.document;
