package io.watchfloor.contract.dispatch;

import java.util.List;

/**
 * A way through the knowledge graph that a reason stands on: nodes, and between two neighbours a relationship.
 *
 * @param nodes in order
 * @param links one less than there are nodes
 */
public record GraphPath(List<Node> nodes, List<Link> links) {
    /**
     * One node.
     *
     * @param label what it is, for example {@code Person} or {@code Skill}
     * @param id its id in the graph
     * @param zh its name, Chinese
     * @param en its name, English
     */
    public record Node(String label, String id, String zh, String en) {}

    /**
     * The relationship between two neighbours.
     *
     * @param type as in the graph, for example {@code HAS} or {@code REQUIRES}
     * @param forward whether it leads from the earlier of the two to the later
     * @param zh what it says, in words, Chinese; empty when its type says all
     * @param en what it says, in words, English
     */
    public record Link(String type, boolean forward, String zh, String en) {}
}
