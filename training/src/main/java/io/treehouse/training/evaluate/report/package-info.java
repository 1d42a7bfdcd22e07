/** An evaluation as files: JSON and CSV for programs, a page and a table for people. Start at {@code ReportFiles}. */
package io.treehouse.training.evaluate.report;
