package io.treehouse.training.retrain;

import io.treehouse.datasets.catalog.Places;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Chooses what of a data set is held out where nobody has: whole places, evenly among their names. */
final class HeldOutShare {
    private HeldOutShare() {}

    /**
     * The pictures of the chosen places. At least one is chosen and one is left; of a single place, single pictures are, whose
     * figures flatter then, since neighbours look alike.
     *
     * @param pictures names, in order
     * @param share share of the places, 0…1; nothing is chosen at 0
     */
    static Set<String> choose(List<String> pictures, Places places, double share) {
        boolean onePlace = pictures.stream().map(places::of).distinct().count() < 2;
        Function<String, String> unit = onePlace ? picture -> picture : places::of;
        List<String> units = pictures.stream().map(unit).distinct().sorted().toList();
        if (share <= 0 || units.size() < 2) {
            return Set.of();
        }
        int wanted = (int) Math.min(units.size() - 1, Math.max(1, Math.round(share * units.size())));
        Set<String> chosen = units.stream()
                .filter(name -> isChosen(units.indexOf(name), units.size(), wanted))
                .collect(Collectors.toSet());
        return pictures.stream()
                .filter(picture -> chosen.contains(unit.apply(picture)))
                .collect(Collectors.toSet());
    }

    /** Spreads the wanted ones evenly over all. */
    private static boolean isChosen(int index, int all, int wanted) {
        return (long) (index + 1) * wanted / all > (long) index * wanted / all;
    }
}
