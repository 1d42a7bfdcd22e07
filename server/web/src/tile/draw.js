const SAME_CORNER_PIXELS = 4;

/**
 * Lets a polygon be drawn on the map, by pointer or by keys.
 *
 * @param view the map
 * @param listeners change(corners) after every corner, done(corners) with at least three, stopped()
 * @returns what ends it: finish() and stop()
 */
export function drawPolygon(view, { change, done, stopped }) {
    const { map } = view;
    const canvas = map.getCanvas();
    const corners = [];

    const update = () => {
        view.setDraft(features(corners));
        change(corners);
    };
    const add = lngLat => {
        const last = corners.at(-1);
        if (!last || map.project(last).dist(map.project(lngLat)) > SAME_CORNER_PIXELS) corners.push([lngLat.lng, lngLat.lat]);
        update();
    };
    const end = () => {
        map.off('click', click);
        map.off('dblclick', finish);
        canvas.removeEventListener('keydown', key);
        map.doubleClickZoom.enable();
        canvas.classList.remove('drawing');
        view.setDraft([]);
    };
    const finish = event => {
        event?.preventDefault();
        if (corners.length < 3) return;
        end();
        done(corners);
    };
    const stop = () => {
        end();
        stopped();
    };
    const click = event => add(event.lngLat);
    const key = event => {
        const action = {
            ' ': () => add(map.getCenter()),
            Enter: finish,
            Escape: stop,
            Backspace: () => { corners.pop(); update(); },
        }[event.key];
        if (!action) return;
        event.preventDefault();
        action();
    };

    map.on('click', click);
    map.on('dblclick', finish);
    map.doubleClickZoom.disable();
    canvas.addEventListener('keydown', key);
    canvas.classList.add('drawing');
    canvas.focus();
    update();
    return { finish, stop };
}

function features(corners) {
    const points = corners.map(corner => feature('Point', corner));
    return corners.length < 2 ? points : [...points, feature('LineString', corners.length > 2 ? [...corners, corners[0]] : corners)];
}

const feature = (type, coordinates) => ({ type: 'Feature', properties: {}, geometry: { type, coordinates } });
