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
    static final double SUREST = 0.97;

    /**
     * Odds below this: both are read as surely as anything is, and as types that have nothing to do with each other. A dry tap
     * and a man who lies unconscious are two events, at the same house and in the same minute too.
     */
    static final double UNRELATED = 0.04;

    private static final double AKIN = 0.5;
    /** The logarithm of the odds is never farther from 0 than this. */
    static final double MOST_LOG = 4;

    private static final List<IncidentType> TYPES = IncidentTypes.listAll();
    private static final int SIZE = TYPES.size();
    private static final Map<String, Integer> INDEX = index();
    /** By the type read and another: what of the doubt falls to it, as a multiple of an equal share. */
    private static final double[][] DOUBT = doubt();

    /** By type: what the incident's saying it counts, and what its leaving the matter open with this one in front does. */
    private final double[] said = new double[SIZE];

    private final double[] left = new double[SIZE];

    /** Of what this report may be. */
    TypeOdds(ReadReport report) {
        Understanding read = report.understanding();
        double[] may = new double[SIZE];
        int first = indexOf(read.type());
        may[first] = Math.min(SUREST, read.typeConfidence());
        double open = 1 - may[first];
        for (TypeGuess guess : read.otherTypes()) {
            double probability = Math.min(open, guess.probability());
            may[indexOf(guess.type())] += probability;
            open -= probability;
        }
        for (int type = 0; type < SIZE; type++) {
            said[type] = may[type] * SIZE + open * DOUBT[first][type];
            left[type] = open + may[first] * DOUBT[type][first];
        }
        for (TypeGuess guess : read.otherTypes()) {
            int other = indexOf(guess.type());
            for (int type = 0; type < SIZE; type++) {
                left[type] += may[other] * DOUBT[type][other];
            }
        }
    }

    /** Above 1 for one type, below for two. */
    double of(Footprint incident) {
        int[] types = incident.votedTypes();
        double[] voted = incident.voted();
        double odds = 0;
        for (int i = 0; i < types.length; i++) {
            odds += voted[i] * said[types[i]];
        }
        return odds + incident.unvoted() * left[incident.typeIndex()];
    }

    /** Where the type stands in the tables; that of {@link IncidentTypes#OTHER} when it is unknown. */
    static int indexOf(String type) {
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
