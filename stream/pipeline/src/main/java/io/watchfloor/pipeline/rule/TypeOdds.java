package io.watchfloor.pipeline.rule;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.TypeGuess;
import io.watchfloor.contract.Understanding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much likelier it is that a report and an incident are of one type than that two at random are, from what each may
 * be: {@code Σ p(t) q(t) / π(t)} over the types. What a reading leaves open is shared out, half among the relatives of
 * the type it names, half among all: what is misread is mostly taken for something akin.
 */
final class TypeOdds {
    /** Nobody is surer than this: callers, too, name one side of an event. */
    private static final double SUREST = 0.97;

    private static final double AKIN = 0.5;

    private static final List<IncidentType> TYPES = IncidentTypes.listAll();
    private static final int SIZE = TYPES.size();
    private static final Map<String, Integer> INDEX = index();
    /** By the type read and another: what of the doubt falls to it, as a multiple of an equal share. */
    private static final double[][] DOUBT = doubt();

    private TypeOdds() {}

    /** Above 1 for one type, below for two. */
    static double of(ReadReport report, OpenIncident incident) {
        Understanding read = report.understanding();
        int said = indexOf(read.type());
        double sure = Math.min(SUREST, read.typeConfidence());
        double open = 1 - sure;
        double odds = share(said, sure, incident);
        for (TypeGuess guess : read.otherTypes()) {
            double probability = Math.min(open, guess.probability());
            open -= probability;
            odds += share(indexOf(guess.type()), probability, incident);
        }
        return odds + open * openShare(said, incident);
    }

    /** Of the report being of this type with this probability. */
    private static double share(int type, double probability, OpenIncident incident) {
        if (probability == 0) {
            return 0;
        }
        if (incident.typeDecided()) {
            int decided = indexOf(incident.type());
            return probability * (type == decided ? SUREST * SIZE : (1 - SUREST) * DOUBT[decided][type]);
        }
        double mass = 0;
        double same = 0;
        double count = incident.observed().reportCount();
        for (TypeVote vote : incident.votes()) {
            double part = Math.min(SUREST, vote.mass() / count);
            mass += part;
            same += indexOf(vote.type()) == type ? part : 0;
        }
        double left = Math.max(1 - SUREST, 1 - mass);
        return probability * (same * SIZE + left * DOUBT[indexOf(incident.type())][type]);
    }

    /** Of what the report leaves open. */
    private static double openShare(int said, OpenIncident incident) {
        if (incident.typeDecided()) {
            return DOUBT[said][indexOf(incident.type())];
        }
        double count = incident.observed().reportCount();
        double mass = 0;
        double odds = 0;
        for (TypeVote vote : incident.votes()) {
            double part = Math.min(SUREST, vote.mass() / count);
            mass += part;
            odds += part * DOUBT[said][indexOf(vote.type())];
        }
        return odds + Math.max(1 - SUREST, 1 - mass);
    }

    private static int indexOf(String type) {
        Integer index = INDEX.get(type);
        return index == null ? INDEX.get(IncidentTypes.OTHER) : index;
    }

    private static Map<String, Integer> index() {
        Map<String, Integer> index = new HashMap<>();
        for (IncidentType type : TYPES) {
            index.put(type.code(), index.size());
        }
        return index;
    }

    private static double[][] doubt() {
        double[][] doubt = new double[SIZE][SIZE];
        for (int said = 0; said < SIZE; said++) {
            int relatives = 0;
            for (int other = 0; other < SIZE; other++) {
                relatives += Kinship.areAkin(codeOf(said), codeOf(other)) ? 1 : 0;
            }
            for (int other = 0; other < SIZE; other++) {
                double akin = Kinship.areAkin(codeOf(said), codeOf(other)) ? (double) SIZE / relatives : 0;
                doubt[said][other] = relatives == 0 ? 1 : AKIN * akin + 1 - AKIN;
            }
        }
        return doubt;
    }

    private static String codeOf(int index) {
        return TYPES.get(index).code();
    }
}
