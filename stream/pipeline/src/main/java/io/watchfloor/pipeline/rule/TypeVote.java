package io.watchfloor.pipeline.rule;

import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.TypeGuess;
import io.watchfloor.contract.Understanding;
import java.util.ArrayList;
import java.util.List;

/**
 * What an incident's reports say for one type.
 *
 * @param type a code of {@link io.watchfloor.contract.IncidentTypes}
 * @param weight sum of the confidences with which it was read
 * @param doubt probability that all of them erred
 * @param second sum of the probabilities with which it was thought of beside another
 */
public record TypeVote(String type, double weight, double doubt, double second) {
    /** More kinds of errors than this are not told apart. */
    private static final int MOST = 8;

    /** One reading as an emergency counts as much as so many as something slight. */
    private static final double EMERGENCY = 3;

    TypeVote(String type, double weight, double doubt) {
        this(type, weight, doubt, 0);
    }

    /** The votes after one more reading; in order of first appearance. */
    static List<TypeVote> cast(List<TypeVote> votes, Understanding read) {
        List<TypeVote> next = cast(votes, read.type(), read.typeConfidence());
        for (TypeGuess guess : read.otherTypes()) {
            addSecond(next, guess.type(), guess.probability());
        }
        return next;
    }

    /** The votes without one reading; its doubt stays. */
    static List<TypeVote> withdraw(List<TypeVote> votes, Understanding read) {
        List<TypeVote> next = withdraw(votes, read.type(), read.typeConfidence());
        for (TypeGuess guess : read.otherTypes()) {
            addSecond(next, guess.type(), -guess.probability());
        }
        return next;
    }

    private static void addSecond(List<TypeVote> votes, String type, double probability) {
        for (int i = 0; i < votes.size(); i++) {
            TypeVote vote = votes.get(i);
            if (vote.type().equals(type)) {
                double doubt = probability > 0 ? vote.doubt() * (1 - probability) : vote.doubt();
                votes.set(i, new TypeVote(type, vote.weight(), doubt, Math.max(0, vote.second() + probability)));
                return;
            }
        }
        if (probability > 0 && votes.size() < MOST) {
            votes.add(new TypeVote(type, 0, 1 - probability, probability));
        }
    }

    /** All that speaks for it. */
    double mass() {
        return weight + second;
    }

    private static List<TypeVote> cast(List<TypeVote> votes, String type, double confidence) {
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

    private static List<TypeVote> withdraw(List<TypeVote> votes, String type, double confidence) {
        List<TypeVote> next = new ArrayList<>(votes.size());
        for (TypeVote vote : votes) {
            next.add(
                    vote.type().equals(type)
                            ? new TypeVote(type, Math.max(0, vote.weight() - confidence), vote.doubt(), vote.second())
                            : vote);
        }
        return next;
    }

    /**
     * The type with most to be feared and said for it, of equals the first. That somebody lies unconscious is not outvoted by
     * two who complain of the cars that stop there: whoever is sent goes by the type. Only what a report was read as counts so,
     * not what it might have been beside.
     */
    static TypeVote winner(List<TypeVote> votes) {
        TypeVote best = votes.get(0);
        for (TypeVote vote : votes) {
            if (vote.claim() > best.claim()) {
                best = vote;
            }
        }
        return best;
    }

    private double claim() {
        boolean isEmergency = IncidentTypes.getOrOther(type).grade().isUrgent();
        return (isEmergency ? EMERGENCY : 1) * weight + second;
    }

    /** How sure the winner is: its share of all that was read, and not all of its own in error. */
    static double confidence(List<TypeVote> votes) {
        TypeVote winner = winner(votes);
        double total = winner.second();
        for (TypeVote vote : votes) {
            total += vote.weight();
        }
        return total <= 0 ? 0 : winner.mass() / total * (1 - winner.doubt());
    }

    private TypeVote plus(double confidence) {
        return new TypeVote(type, weight + confidence, doubt * (1 - confidence), second);
    }
}
