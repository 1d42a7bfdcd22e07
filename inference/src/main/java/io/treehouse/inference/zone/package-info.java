/**
 * Figures by zone: polygons that the caller sends, such as blocks or districts. {@link
 * io.treehouse.inference.zone.ZoneCover} holds the figures of one.
 */
package io.treehouse.inference.zone;
