/**
 * Objects from a class map: building footprints, tree crowns, water bodies and built-up areas. Start at {@link
 * io.treehouse.inference.objects.ObjectExtractor}, which takes the map's rows and hands on {@link
 * io.treehouse.inference.objects.Region}s; {@link io.treehouse.inference.objects.ObjectShaper} gives a region its outline
 * and figures. The methods and their sources are described in {@code docs/objects.md}.
 */
package io.treehouse.inference.objects;
