package io.watchfloor.drill.simulation;

import io.watchfloor.graph.district.District;
import io.watchfloor.graph.plan.PlanCharges;
import java.util.List;

/** A way to dispatch, as the table names it. */
enum Way {
    PHONE("fixed-order phone dispatch from the cell's own station"),
    ORDER("the same without the phone delays"),
    RECORDS("nearest in a straight line with the right role, from records and states that lag"),
    NEAREST("nearest qualified by road"),
    JOINT("joint plan, may re-assign"),
    JOINT_MOVES("joint plan, and free people move to where cover is thin, by the true rates"),
    JOINT_SEEN("the same moves, from what a gateway has seen since the day began"),
    JOINT_SEEN_DAY("the same moves, from what a gateway has seen since the day before"),
    ALONE("each incident as if it were the only one: everybody on shift is free and at their station"),
    UNLIMITED("bound: unlimited staff at today's stations");

    /** The plan is given whole teams only: who waits at a scene for a colleague is missed elsewhere. */
    private static final PlanCharges CHARGES = wholeTeams(PlanCharges.standard());

    private static final double AFTERWARDS_SECONDS = 8 * 3_600;

    private final String title;

    Way(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** One run; the same chance gives the same incidents to each way. */
    Outcome run(long seed, double hours, double load) {
        Chance chance = new Chance(seed);
        District district = Ward.district(chance);
        List<Call> calls = Calls.of(chance, hours, load);
        if (this == UNLIMITED) {
            return Unlimited.run(chance, district, calls);
        }
        if (this == ALONE) {
            return Alone.run(chance, district, calls, CHARGES);
        }
        return new Day(chance, district, policy()).run(calls, hours * 3_600 + AFTERWARDS_SECONDS);
    }

    private Policy policy() {
        return switch (this) {
            case PHONE -> new PhonePolicy(true);
            case ORDER -> new PhonePolicy(false);
            case RECORDS -> new RecordsPolicy();
            case NEAREST, ALONE, UNLIMITED -> new NearestPolicy();
            case JOINT -> new JointPolicy(CHARGES, Foresight.NONE);
            case JOINT_MOVES -> new JointPolicy(CHARGES, Foresight.TRUE_RATES);
            case JOINT_SEEN -> new JointPolicy(CHARGES, Foresight.SEEN);
            case JOINT_SEEN_DAY -> new JointPolicy(CHARGES, Foresight.SEEN_FOR_A_DAY);
        };
    }

    private static PlanCharges wholeTeams(PlanCharges standard) {
        return new PlanCharges(
                standard.unserved(),
                standard.nobodyIdleShare(),
                standard.change(),
                standard.reassign(),
                false,
                standard.teamsPerIncident(),
                standard.solverSeconds());
    }
}
