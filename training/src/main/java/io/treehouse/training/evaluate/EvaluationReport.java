package io.treehouse.training.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an evaluation counted, by data set and place. Built by one thread, read by any afterwards.
 */
public final class EvaluationReport {
    private final String model;
    private final Map<String, SortedMap<String, LabelConfusion>> placesBySet = new LinkedHashMap<>();
    private final List<String> unreadable = new ArrayList<>();

    /** @param model name, version and hash of the model that was scored, or what else made the class maps */
    public EvaluationReport(String model) {
        this.model = model;
    }

    /** Adds the counts of one picture to its place. */
    public void add(String set, String place, LabelConfusion confusion) {
        placesBySet
                .computeIfAbsent(set, name -> new TreeMap<>())
                .computeIfAbsent(place, name -> new LabelConfusion())
                .merge(confusion);
    }

    /** Notes a picture that could not be scored, with the reason. */
    public void addUnreadable(String picture, String reason) {
        unreadable.add(picture + ": " + reason);
    }

    /** Which model was scored. */
    public String model() {
        return model;
    }

    /** Pictures that could not be scored, with reasons. */
    public List<String> unreadable() {
        return Collections.unmodifiableList(unreadable);
    }

    /** Names of the data sets in the order in which they were scored. */
    public Collection<String> sets() {
        return Collections.unmodifiableSet(placesBySet.keySet());
    }

    /** Counts of each place of a data set, by the place's name. */
    public SortedMap<String, LabelConfusion> places(String set) {
        return Collections.unmodifiableSortedMap(placesBySet.getOrDefault(set, new TreeMap<>()));
    }

    /** The counts of all places of a data set, added up. */
    public LabelConfusion total(String set) {
        LabelConfusion total = new LabelConfusion();
        places(set).values().forEach(total::merge);
        return total;
    }
}
