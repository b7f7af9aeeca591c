package io.watchfloor.text;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.text.Urgency.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a text says about people outweighs what the place is full of. Somebody who lies unconscious among onlookers, or on a
 * road, is a medical emergency and no crowd and no road damage. A lift that is only said to be out of order, or empty, has
 * nobody trapped in it; one word of somebody inside and it has.
 */
final class PeopleFirst {
    private static final String MEDICAL = "medical";
    private static final String LIFT = "elevator-trapped";
    private static final String OUT_OF_ORDER = "facility-damage";

    /** What one reports of a street or a square and what somebody may lie in the middle of. Who complains of a ward does not. */
    private static final Set<String> AROUND = Set.of(
            "crowd",
            "traffic-jam",
            "illegal-parking",
            "road-damage",
            "street-vending",
            "facility-damage",
            "noise",
            "public-order",
            "street-light",
            "other");

    /** What is said about somebody inside, or hurt. */
    private static final Set<Cue> OF_PEOPLE =
            Set.of(Cue.TRAPPED, Cue.INSIDE, Cue.INJURED, Cue.DOWN, Cue.BREATHLESS, Cue.DYING);

    /** So little of its probability a type keeps that cannot be meant. */
    private static final float HARDLY = 0.001f;

    /** From here on the words tell of people in a lift though no cue names them. */
    private static final float TELLING = 4;

    private final int medical;
    private final int lift;
    private final int outOfOrder;
    private final boolean[] around;

    PeopleFirst(List<IncidentType> types) {
        List<String> codes = types.stream().map(IncidentType::code).toList();
        medical = codes.indexOf(MEDICAL);
        lift = codes.indexOf(LIFT);
        outOfOrder = codes.indexOf(OUT_OF_ORDER);
        around = new boolean[codes.size()];
        for (int type = 0; type < around.length; type++) {
            around[type] = AROUND.contains(codes.get(type));
        }
    }

    /** Changes how probable each type is; gives the words that were the reason, mostly none. */
    List<String> weigh(float[] probable, float liftWeight, Map<Cue, String> said) {
        List<String> reasons = new ArrayList<>(0);
        if (said.containsKey(Cue.DOWN) || said.containsKey(Cue.BREATHLESS)) {
            for (int type = 0; type < probable.length; type++) {
                if (around[type]) {
                    give(probable, type, medical);
                }
            }
            addSaid(reasons, said, Cue.DOWN, Cue.BREATHLESS);
        }
        boolean idle = said.containsKey(Cue.EMPTY) || (said.containsKey(Cue.IDLE) && liftWeight < TELLING);
        if (idle && said.keySet().stream().noneMatch(OF_PEOPLE::contains)) {
            give(probable, lift, outOfOrder);
            addSaid(reasons, said, Cue.IDLE, Cue.EMPTY);
        }
        return reasons;
    }

    private static void give(float[] probable, int from, int to) {
        float given = probable[from] * (1 - HARDLY);
        probable[from] -= given;
        probable[to] += given;
    }

    private static void addSaid(List<String> reasons, Map<Cue, String> said, Cue... cues) {
        for (Cue cue : cues) {
            if (said.containsKey(cue)) {
                reasons.add(said.get(cue));
            }
        }
    }
}
