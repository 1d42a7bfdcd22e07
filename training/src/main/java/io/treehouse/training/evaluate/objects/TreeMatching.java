package io.treehouse.training.evaluate.objects;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.sample.TreePosition;
import io.treehouse.inference.objects.Region;
import io.treehouse.training.evaluate.ClassScore;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jgrapht.Graph;
import org.jgrapht.alg.matching.MaximumWeightBipartiteMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.locationtech.jts.geom.Coordinate;

/**
 * Matches trees with crowns one-to-one within 3.6 m: as many pairs as there can be, and of all ways to do so the one with
 * the smallest sum of distances (a maximum weight matching, Galil 1986).
 */
final class TreeMatching {
    /** Six pixels of the imagery that the trees were marked on. */
    static final double LARGEST_DISTANCE_M = 3.6;

    /** Worth of a pair before its distance is taken off: more than all distances together. */
    private static final double PAIR_WORTH = 1e6;

    /** A tree or a crown, by its number. */
    private record Node(boolean isTree, int number) {}

    private final LabelledTile tile;
    private final List<TreePosition> trees;
    private final List<Coordinate> crowns;

    TreeMatching(LabelledTile tile, List<TreePosition> trees, List<Region> crowns) {
        this.tile = tile;
        this.trees = trees;
        this.crowns = crowns.stream().map(Region::position).toList();
    }

    ObjectScores scores() {
        Set<Integer> found = found();
        double[] diametersM = CrownSizes.diametersM(tile, trees);
        Map<ObjectMeasure, ClassScore> scores = new EnumMap<>(ObjectMeasure.class);
        scores.put(ObjectMeasure.TREE, new ClassScore(0, crowns.size() - found.size(), 0));
        for (int tree = 0; tree < trees.size(); tree++) {
            ClassScore one = found.contains(tree) ? new ClassScore(1, 0, 0) : new ClassScore(0, 0, 1);
            scores.merge(ObjectMeasure.TREE, one, ClassScore::plus);
            scores.merge(ObjectMeasure.ofCrown(diametersM[tree]), one, ClassScore::plus);
        }
        return new ObjectScores(scores);
    }

    /** Numbers of the trees that have a crown. */
    private Set<Integer> found() {
        Graph<Node, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        Set<Node> treeNodes = new HashSet<>();
        Set<Node> crownNodes = new HashSet<>();
        for (int crown = 0; crown < crowns.size(); crown++) {
            crownNodes.add(new Node(false, crown));
        }
        crownNodes.forEach(graph::addVertex);
        for (int tree = 0; tree < trees.size(); tree++) {
            Node node = new Node(true, tree);
            treeNodes.add(node);
            graph.addVertex(node);
            for (int crown = 0; crown < crowns.size(); crown++) {
                double distanceM = distanceM(trees.get(tree), crowns.get(crown));
                if (distanceM <= LARGEST_DISTANCE_M) {
                    graph.setEdgeWeight(graph.addEdge(node, new Node(false, crown)), PAIR_WORTH - distanceM);
                }
            }
        }
        return new MaximumWeightBipartiteMatching<>(graph, treeNodes, crownNodes)
                .getMatching().getEdges().stream()
                        .map(pair -> graph.getEdgeSource(pair).number())
                        .collect(Collectors.toSet());
    }

    private double distanceM(TreePosition tree, Coordinate crown) {
        return tile.gsdMetres() * Math.hypot(tree.x() - crown.x, tree.y() - crown.y);
    }
}
