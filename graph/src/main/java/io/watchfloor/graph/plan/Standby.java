package io.watchfloor.graph.plan;

import io.watchfloor.graph.candidate.DispatchProjection;
import io.watchfloor.graph.district.District;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Preparedness: whom to move where, so that the next incident is reached sooner. For every cell and need, the travel time
 * of the soonest people who could go is weighted with how often the cell asks for it; the move that lowers the sum most, the
 * driving charged against it, comes first, and only moves that are worth the driving are suggested. One waits at a crossing.
 *
 * <p>Belongs to one thread at a time. Travel times between cells are worked out once.
 */
public final class Standby {
    /** Of more cells than this the table would be too large. */
    private static final int MOST_CELLS = 900;

    private static final int MOST_MOVES = 5;
    private static final int NOBODY = -1;

    /**
     * A second driven costs as much as so many seconds of waiting in the hour to come: nobody is moved for less.
     */
    private static final double WORTH = 0.15;

    private static final double LONGEST_DRIVE_SECONDS = 900;

    /** The hour to come is looked at in so many parts: who goes off shift meanwhile is worth less at another place. */
    private static final int PARTS = 4;

    private static final Duration PART = Duration.ofHours(1).dividedBy(PARTS);

    private final District district;
    private final DispatchProjection projection;
    private CellTimes times;

    /** Of this district and its people. */
    public Standby(District district, DispatchProjection projection) {
        this.district = district;
        this.projection = projection;
    }

    /** What is to be expected. */
    public interface Demand {
        /** The types that happen. */
        List<String> types();

        /** How often a type is expected in a cell in an hour. */
        double perHour(String cellId, String type);

        /** The cell where somebody was told to wait, on the way there or not; null when nowhere. */
        default String toldTo(String personId) {
            return null;
        }

        /** Whether somebody has just come back, or was moved a short while ago, and is left alone. */
        boolean isResting(String personId);
    }

    /**
     * The moves worth making, the best first; none in a district of very many cells.
     *
     * @param neededIds people who are suggested for an incident, and so are not free to be moved
     */
    public List<StandbyMove> suggest(Demand demand, Set<String> neededIds, Instant now) {
        if (district.cells().isEmpty() || district.cells().size() > MOST_CELLS) {
            return List.of();
        }
        if (times == null) {
            times = new CellTimes(district);
        }
        Cover cover = Cover.of(district, projection, times, demand, neededIds, now);
        List<StandbyMove> moves = new ArrayList<>();
        while (moves.size() < MOST_MOVES) {
            Best best = best(cover, demand, now);
            if (best == null) {
                break;
            }
            moves.add(move(cover, best));
            cover.move(best.person(), best.cell());
        }
        return List.copyOf(moves);
    }

    /**
     * The best so far.
     *
     * @param stays the share of the hour to come that the person is on shift
     */
    private record Best(int person, int cell, double gainPerHour, double stays, double driveSeconds) {
        /** What the hour saves at the better place beyond what the way there costs. */
        double net() {
            return gainPerHour * stays - WORTH * driveSeconds;
        }
    }

    private Best best(Cover cover, Demand demand, Instant now) {
        Best best = new Best(NOBODY, NOBODY, 0, 0, 0);
        for (int person = 0; person < cover.people(); person++) {
            double stays = cover.isMoved(person) || demand.isResting(cover.personId(person))
                    ? 0
                    : stays(cover.personId(person), now);
            if (stays > 0) {
                best = better(cover, person, stays, best);
            }
        }
        return best.person() == NOBODY ? null : best;
    }

    private double stays(String personId, Instant now) {
        int parts = 0;
        while (parts < PARTS && projection.isOnDuty(personId, now.plus(PART.multipliedBy(parts + 1)))) {
            parts++;
        }
        return (double) parts / PARTS;
    }

    private Best better(Cover cover, int person, double stays, Best before) {
        Best best = before;
        int from = cover.cellOf(person);
        for (int cell = 0; cell < times.cells(); cell++) {
            double drive = times.seconds(from, cell);
            double least = (best.net() + WORTH * drive) / stays;
            if (cell == from || drive > LONGEST_DRIVE_SECONDS || cover.mostGainPerHour(person, cell) <= least) {
                continue;
            }
            double gain = cover.gainPerHour(person, cell);
            if (gain > least) {
                best = new Best(person, cell, gain, stays, drive);
            }
        }
        return best;
    }

    private StandbyMove move(Cover cover, Best best) {
        double perHour = cover.perHour(best.person());
        return new StandbyMove(
                cover.personId(best.person()),
                district.cells().get(best.cell()).id(),
                times.post(best.cell()).lat(),
                times.post(best.cell()).lon(),
                Math.round(best.driveSeconds()),
                perHour == 0 ? 0 : best.gainPerHour() / perHour,
                perHour);
    }
}
