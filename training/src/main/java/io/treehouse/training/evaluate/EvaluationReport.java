package io.treehouse.training.evaluate;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.training.evaluate.calibration.ProbabilitySample;
import io.treehouse.training.evaluate.objects.ObjectScores;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an evaluation counted, picture by picture; figures of places and data sets follow by adding. Built by one thread,
 * read by any afterwards.
 */
public final class EvaluationReport {
    private final String model;
    private final double temperature;
    private final List<TileScore> tiles = new ArrayList<>();
    private final Map<String, ProbabilitySample> samples = new LinkedHashMap<>();
    private final List<String> unreadable = new ArrayList<>();

    /**
     * @param model name, version and hash of the model that was scored, or what else made the class maps
     * @param temperature of the model
     */
    public EvaluationReport(String model, double temperature) {
        this.model = model;
        this.temperature = temperature;
    }

    /** Adds what was counted on a picture. */
    public void add(TileScore tile) {
        tiles.add(tile);
    }

    /** Notes a picture that could not be scored, with the reason. */
    public void addUnreadable(String picture, String reason) {
        unreadable.add(picture + ": " + reason);
    }

    /** The sample of a data set's pixels, to be offered more. */
    ProbabilitySample sample(String set) {
        return samples.computeIfAbsent(set, name -> new ProbabilitySample());
    }

    /** Which model was scored. */
    public String model() {
        return model;
    }

    /** Temperature that the model's confidences are scaled with. */
    public double temperature() {
        return temperature;
    }

    /** Pictures that could not be scored, with reasons. */
    public List<String> unreadable() {
        return Collections.unmodifiableList(unreadable);
    }

    /** The pictures that were scored, in the order in which they were. */
    public List<TileScore> tiles() {
        return Collections.unmodifiableList(tiles);
    }

    /** Names of the data sets in the order in which they were scored. */
    public List<String> sets() {
        return tiles.stream().map(TileScore::set).distinct().toList();
    }

    /** Number of pictures of a data set that were scored. */
    public long pictures(String set) {
        return tilesOf(set).count();
    }

    /** Counts of each place of a data set, by the place's name. */
    public SortedMap<String, LabelConfusion> places(String set) {
        SortedMap<String, LabelConfusion> places = new TreeMap<>();
        tilesOf(set)
                .forEach(tile -> places.computeIfAbsent(tile.place(), name -> new LabelConfusion())
                        .merge(tile.confusion()));
        return places;
    }

    /** The counts of all places of a data set, added up. */
    public LabelConfusion total(String set) {
        LabelConfusion total = new LabelConfusion();
        tilesOf(set).forEach(tile -> total.merge(tile.confusion()));
        return total;
    }

    /** How well the boundaries of each place of a data set were found, by the place's name. */
    public SortedMap<String, BoundaryScores> boundaries(String set) {
        SortedMap<String, BoundaryScores> places = new TreeMap<>();
        tilesOf(set).forEach(tile -> places.merge(tile.place(), tile.boundaries(), BoundaryScores::plus));
        return places;
    }

    /** How many objects of each place of a data set were found, by the place's name. */
    public SortedMap<String, ObjectScores> objects(String set) {
        SortedMap<String, ObjectScores> places = new TreeMap<>();
        tilesOf(set).forEach(tile -> places.merge(tile.place(), tile.objects(), ObjectScores::plus));
        return places;
    }

    private Stream<TileScore> tilesOf(String set) {
        return tiles.stream().filter(tile -> tile.set().equals(set));
    }

    /** Samples of pixels with their probabilities, by data set; empty if what was scored tells no probabilities. */
    public Map<String, ProbabilitySample> samplesBySet() {
        Map<String, ProbabilitySample> filled = new LinkedHashMap<>(samples);
        filled.values().removeIf(sample -> sample.size() == 0);
        return filled;
    }

    /** The samples of all data sets. */
    public Collection<ProbabilitySample> samples() {
        return samplesBySet().values();
    }

    /**
     * Mean intersection over union over all pairs of a data set and a class that makes up more than 0.5 % of its labelled
     * pixels, 0…1: what training stops by and disturbances are compared by. Empty if there is no such pair.
     */
    public OptionalDouble meanIntersectionOverUnion() {
        return sets().stream()
                .flatMap(set -> intersectionsOverUnion(set).values().stream())
                .mapToDouble(Double::doubleValue)
                .average();
    }

    /** Intersection over union, 0…1, of each class that makes up more than 0.5 % of the labelled pixels of a data set. */
    public Map<SurfaceClass, Double> intersectionsOverUnion(String set) {
        LabelConfusion total = total(set);
        Map<SurfaceClass, Double> ratios = new EnumMap<>(SurfaceClass.class);
        for (SurfaceClass surface : SurfaceClass.all()) {
            if (total.tellsOf(surface)) {
                total.score(surface).intersectionOverUnion().ifPresent(ratio -> ratios.put(surface, ratio));
            }
        }
        return ratios;
    }
}
