/**
 * Figures by zone: polygons that the caller sends, such as blocks or districts. Start at {@link
 * io.treehouse.inference.zone.ZoneAccumulator}, which counts a class map by zones; {@link
 * io.treehouse.inference.zone.ZoneCover} holds the figures of one.
 */
package io.treehouse.inference.zone;
