package io.treehouse.datasets.sheet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Which pictures to show: chance decides, but every place has its turn before one comes twice. */
final class SheetChoice {
    private SheetChoice() {}

    /**
     * All pictures in the order in which they are to be shown.
     *
     * @param pictures names of pictures
     * @param placeOf the place of a picture
     * @param seed equal seeds give equal orders
     */
    static List<String> order(List<String> pictures, UnaryOperator<String> placeOf, long seed) {
        Random random = new Random(seed);
        List<String> shuffled = new ArrayList<>(pictures);
        Collections.shuffle(shuffled, random);
        Map<String, Deque<String>> byPlace = new TreeMap<>();
        for (String picture : shuffled) {
            byPlace.computeIfAbsent(placeOf.apply(picture), place -> new ArrayDeque<>())
                    .add(picture);
        }
        List<Deque<String>> places = new ArrayList<>(byPlace.values());
        Collections.shuffle(places, random);
        List<String> order = new ArrayList<>();
        while (order.size() < pictures.size()) {
            places.stream().filter(rest -> !rest.isEmpty()).forEach(rest -> order.add(rest.remove()));
        }
        return order;
    }
}
