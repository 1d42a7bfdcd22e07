/**
 * Takes files that are dropped anywhere on the page.
 *
 * @param main is marked while something is held over the page
 * @param take is given the files
 * @returns what ends it
 */
export function dropZone(main, take) {
    const listeners = {
        drop(event) {
            event.preventDefault();
            main.classList.remove('dropping');
            const files = [...(event.dataTransfer?.files ?? [])];
            if (files.length > 0) take(files);
        },
        dragover(event) {
            event.preventDefault();
            main.classList.add('dropping');
        },
        dragleave(event) {
            if (!event.relatedTarget) main.classList.remove('dropping');
        },
    };
    Object.entries(listeners).forEach(([name, listener]) => addEventListener(name, listener));
    return () => Object.entries(listeners).forEach(([name, listener]) => removeEventListener(name, listener));
}
