/** The model as an ONNX file for other programs; start at {@code OnnxExport}. */
package io.treehouse.model.onnx;
