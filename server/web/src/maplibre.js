// The build of MapLibre that makes no code from texts and loads its worker from a file, as the page's policy wants it.
import maplibregl from 'maplibre-gl/dist/maplibre-gl-csp.js';

maplibregl.setWorkerUrl('/web/maplibre-worker.js');

export default maplibregl;
