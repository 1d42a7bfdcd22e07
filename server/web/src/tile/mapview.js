import { addressOf } from '../api.js';
import { h, icon } from '../dom.js';
import maplibregl from '../maplibre.js';
import { t } from '../texts/index.js';
import { authorization } from '../token.js';
import { graticule } from './graticule.js';
import { RasterLayer } from './rasterlayer.js';

const EMPTY = { type: 'FeatureCollection', features: [] };
const PADDING = 40;
/** Room for the tools over the map. */
const PADDING_BELOW = 84;
const PADDING_SMALL = 12;
const SMALL_PIXELS = 560;
const FRAME = 'M4 9V4h5v2H6v3zm11-5h5v5h-2V6h-3zM4 15h2v3h3v2H4zm14 0h2v5h-5v-2h3z';
const ZONE = '#fff2a8';

/** The map: the picture, the class map and outlines over it as far as the divider lets them, zones on top. */
export class MapView {
    /**
     * @param container element that the map fills
     * @param quad where the picture lies
     * @param pixels the picture and its classes
     * @param result says whether there can be a scale bar, and where tiles of the class map are
     */
    constructor(container, quad, pixels, { classification, links }) {
        this.quad = quad;
        this.divider = 0;
        this.tiles = pixels.isReduced() ? links.tiles : null;
        this.map = new maplibregl.Map({
            container,
            style: { version: 8, sources: {}, layers: [background('ground', '#eceFea')] },
            bounds: quad.bounds(),
            fitBoundsOptions: { padding: this.#padding(container) },
            maxZoom: 24,
            maxPitch: 0,
            dragRotate: false,
            pitchWithRotate: false,
            attributionControl: false,
            renderWorldCopies: false,
            transformRequest: url => ({ url, headers: authorization() }),
            locale: { 'NavigationControl.ZoomIn': t('zoomIn'), 'NavigationControl.ZoomOut': t('zoomOut'), 'Map.Title': t('map') },
        });
        this.map.touchZoomRotate.disableRotation();
        this.map.keyboard.disableRotation();
        this.map.addControl(new maplibregl.NavigationControl({ showCompass: false }), 'top-right');
        this.map.addControl(new FitControl(() => this.fit()), 'top-right');
        if (classification.gsdSource !== 'assumed') this.map.addControl(new maplibregl.ScaleControl({ maxWidth: 140 }), 'bottom-left');
        this.picture = new RasterLayer('picture', quad, pixels.picture, false);
        this.classes = this.tiles ? null : new RasterLayer('classes', quad, pixels.classImage(), true);
        this.ready = new Promise(resolve => this.map.once('load', resolve)).then(() => this.#addLayers());
    }

    #addLayers() {
        const { map } = this;
        for (const [name, data] of [['grid', graticule(this.quad)], ['outlines', EMPTY], ['zones', EMPTY], ['draft', EMPTY]]) {
            map.addSource(name, { type: 'geojson', data, tolerance: 0.1, maxzoom: 20 });
        }
        map.addLayer(line('grid', 'grid', '#d9ded7', 1));
        map.addLayer(this.picture);
        map.addLayer(clip('clip', map, () => this.divider));
        map.addLayer(this.classes ?? this.#tiled());
        this.#addOutlines('tree_crown', '#d9f7c8', '#123a20', [1.8, 0.8]);
        this.#addOutlines('building', '#ffffff', '#5c2400', [3.2, 1.6]);
        map.addLayer(clip('unclip', map, () => 0));
        map.addLayer({ id: 'zone-areas', source: 'zones', type: 'fill', paint: { 'fill-color': ZONE, 'fill-opacity': 0.15 } });
        map.addLayer(line('zone-casing', 'zones', '#1d2a24', 4));
        map.addLayer(line('zone-lines', 'zones', ZONE, 2));
        map.addLayer(line('draft-casing', 'draft', '#1d2a24', 4));
        map.addLayer(line('draft-lines', 'draft', ZONE, 2));
        map.addLayer({
            id: 'draft-corners', source: 'draft', type: 'circle', filter: ['==', ['geometry-type'], 'Point'],
            paint: { 'circle-radius': 5, 'circle-color': ZONE, 'circle-stroke-color': '#1d2a24', 'circle-stroke-width': 2 },
        });
    }

    /** The class map of a picture that is shown reduced: all its pixels, as tiles. */
    #tiled() {
        const bounds = this.quad.bounds().flat();
        this.map.addSource('tiles', { type: 'raster', tiles: [addressOf(this.tiles)], tileSize: 256, bounds });
        return { id: 'classes', source: 'tiles', type: 'raster', paint: { 'raster-resampling': 'nearest', 'raster-fade-duration': 0 } };
    }

    #addOutlines(kind, colour, casing, widths) {
        for (const [part, paint, width] of [['casing', casing, widths[0]], ['line', colour, widths[1]]]) {
            const layer = line(`${kind}-${part}`, 'outlines', paint, width);
            this.map.addLayer({ ...layer, filter: ['==', ['get', 'class'], kind], layout: { visibility: 'none' } });
        }
    }

    setOpacity(opacity) {
        if (!this.classes) return this.map.setPaintProperty('classes', 'raster-opacity', opacity);
        this.classes.opacity = opacity;
        this.map.triggerRepaint();
    }

    /** @param share of the width at which the class map begins */
    setDivider(share) {
        this.divider = share;
        this.map.triggerRepaint();
    }

    setOutlines(features) {
        this.map.getSource('outlines').setData({ type: 'FeatureCollection', features });
    }

    showOutlines(kind, shown) {
        for (const part of ['casing', 'line']) {
            this.map.setLayoutProperty(`${kind}-${part}`, 'visibility', shown ? 'visible' : 'none');
        }
    }

    setZones(features) {
        this.map.getSource('zones').setData({ type: 'FeatureCollection', features });
    }

    setDraft(features) {
        this.map.getSource('draft').setData({ type: 'FeatureCollection', features });
    }

    /** On phones the tools stand below the map. */
    #padding(container) {
        const isSmall = container.clientWidth < SMALL_PIXELS;
        return isSmall ? PADDING_SMALL : { top: PADDING, left: PADDING, right: PADDING, bottom: PADDING_BELOW };
    }

    fit(bounds = this.quad.bounds()) {
        this.map.fitBounds(bounds, { padding: this.#padding(this.map.getContainer()), animate: !matchMedia('(prefers-reduced-motion: reduce)').matches });
    }

    remove() {
        this.map.remove();
    }
}

/** A button below those of zooming that shows the whole picture. */
class FitControl {
    constructor(fit) {
        this.element = h('div', { class: 'maplibregl-ctrl maplibregl-ctrl-group' },
            h('button', { type: 'button', class: 'fit', 'aria-label': t('fit'), title: t('fit'), onclick: fit }, icon(FRAME)));
    }

    onAdd() {
        return this.element;
    }

    onRemove() {
        this.element.remove();
    }
}

const background = (id, colour) => ({ id, type: 'background', paint: { 'background-color': colour } });

const line = (id, source, colour, width) => ({
    id, source, type: 'line',
    paint: { 'line-color': colour, 'line-width': width },
});

/** Lets what is drawn after it appear right of a share of the width only. */
const clip = (id, map, share) => ({
    id, type: 'custom',
    render(gl) {
        const left = Math.round(share() * gl.drawingBufferWidth);
        if (left > 0) {
            gl.enable(gl.SCISSOR_TEST);
            gl.scissor(left, 0, gl.drawingBufferWidth - left, gl.drawingBufferHeight);
        } else {
            gl.disable(gl.SCISSOR_TEST);
        }
    },
});
