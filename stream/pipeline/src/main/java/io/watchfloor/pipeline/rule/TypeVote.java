package io.watchfloor.pipeline.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * What an incident's reports say for one type.
 *
 * @param type a code of {@link io.watchfloor.contract.IncidentTypes}
 * @param weight sum of the confidences with which it was read
 * @param doubt probability that all of them erred
 */
public record TypeVote(String type, double weight, double doubt) {
    /** More kinds of errors than this are not told apart. */
    private static final int MOST = 6;

    /** The votes after one more; in order of first appearance. */
    static List<TypeVote> cast(List<TypeVote> votes, String type, double confidence) {
        List<TypeVote> next = new ArrayList<>(votes.size() + 1);
        boolean found = false;
        for (TypeVote vote : votes) {
            boolean same = vote.type().equals(type);
            found |= same;
            next.add(same ? vote.plus(confidence) : vote);
        }
        if (!found && next.size() < MOST) {
            next.add(new TypeVote(type, confidence, 1 - confidence));
        }
        return next;
    }

    /** The votes without one; its doubt stays. */
    static List<TypeVote> withdraw(List<TypeVote> votes, String type, double confidence) {
        List<TypeVote> next = new ArrayList<>(votes.size());
        for (TypeVote vote : votes) {
            next.add(
                    vote.type().equals(type)
                            ? new TypeVote(type, Math.max(0, vote.weight() - confidence), vote.doubt())
                            : vote);
        }
        return next;
    }

    /** The heaviest, of equals the first. */
    static TypeVote winner(List<TypeVote> votes) {
        TypeVote best = votes.get(0);
        for (TypeVote vote : votes) {
            if (vote.weight() > best.weight()) {
                best = vote;
            }
        }
        return best;
    }

    /** How sure the winner is: its share of all votes, and not all of its own in error. */
    static double confidence(List<TypeVote> votes) {
        double total = 0;
        for (TypeVote vote : votes) {
            total += vote.weight();
        }
        TypeVote winner = winner(votes);
        return total <= 0 ? 0 : winner.weight() / total * (1 - winner.doubt());
    }

    private TypeVote plus(double confidence) {
        return new TypeVote(type, weight + confidence, doubt * (1 - confidence));
    }
}
