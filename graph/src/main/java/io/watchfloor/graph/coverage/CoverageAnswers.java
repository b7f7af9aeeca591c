package io.watchfloor.graph.coverage;

import io.watchfloor.contract.dispatch.Uncovered;
import io.watchfloor.graph.coverage.CoverageQueries.CellReach;
import io.watchfloor.graph.coverage.CoverageQueries.ExpiringCertificate;
import io.watchfloor.graph.coverage.CoverageQueries.WeakPoint;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.road.Reached;
import io.watchfloor.graph.road.RoadExpansion;
import io.watchfloor.graph.road.RoadNetwork;
import io.watchfloor.graph.roster.LiveDistrict;
import io.watchfloor.graph.roster.Moment;
import io.watchfloor.graph.roster.NeedLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What can be said about cover without looking for a team; each method answers the question of the same name in {@link
 * CoverageQueries}.
 */
public final class CoverageAnswers {
    private static final int MOST_LEAVES = 6;

    private final LiveDistrict live;
    private final CellPoints cells;

    /** About a district as it is when asked; these are its cells. */
    public CoverageAnswers(LiveDistrict live, List<District.Cell> cells) {
        this.live = live;
        this.cells = new CellPoints(cells, live.roads());
    }

    /** How soon the skill is in each cell. */
    public List<CellReach> coverage(String skillId, int level, Instant now, Set<String> withoutPersonIds) {
        return scan().reach(live.line(skillId, level), live.moment(now), withoutPersonIds);
    }

    /** When a skill hangs on one person, or on nobody. */
    public List<WeakPoint> weakPoints(Instant now, Duration ahead) {
        return new ShiftGaps(live.crowd().members(), live.zone()).find(required(), now, ahead);
    }

    /** Whose certificate runs out. */
    public List<ExpiringCertificate> expiringCertificates(Instant now, int days) {
        return new CertificateWatch(live.crowd().members(), live.skills())
                .list(live.moment(now).epochDay(), days);
    }

    /** What is thin without these people. */
    public List<Uncovered> leaves(Set<String> personIds, List<String> skillIds, Instant now, Duration limit) {
        Moment moment = live.moment(now);
        CoverageScan scan = scan();
        return skillIds.stream()
                .filter(this::hasSkill)
                .distinct()
                .limit(MOST_LEAVES)
                .map(skillId -> scan.uncovered(usual(skillId), moment, Set.of(), personIds, limit))
                .filter(Objects::nonNull)
                .toList();
    }

    /** What is reached from a point, or reaches it. */
    public List<Reached> isochrone(double lat, double lon, boolean towards, Duration within, Instant now) {
        RoadNetwork roads = live.roads();
        RoadExpansion walk = towards ? RoadExpansion.backwards(roads) : RoadExpansion.forwards(roads);
        RoadNetwork.Access start = towards ? roads.to(lat, lon) : roads.from(lat, lon);
        if (start == null) {
            return List.of();
        }
        walk.start(start, live.moment(now).roads());
        return roads.reached(walk, within);
    }

    /** What somebody free with the skill reaches. */
    public List<Reached> isochrone(String skillId, int level, Duration within, Instant now) {
        return scan().isochrone(live.line(skillId, level), live.moment(now), within);
    }

    /** Whether the district has such a skill. */
    public boolean hasSkill(String skillId) {
        return live.skills().numbers().containsKey(skillId);
    }

    /** The cell's names: zh, then en. */
    public Optional<List<String>> cellNames(String cellId) {
        return IntStream.range(0, cells.count())
                .mapToObj(cells::cell)
                .filter(cell -> cell.id().equals(cellId))
                .map(cell -> List.of(cell.nameZh(), cell.nameEn()))
                .findFirst();
    }

    /** Every skill that any type asks for, once, at the level it is asked for most. */
    private List<NeedLine> required() {
        return live.needs().skillIds().stream().map(this::usual).toList();
    }

    private NeedLine usual(String skillId) {
        return live.line(skillId, live.needs().levelAskedFor(skillId));
    }

    private CoverageScan scan() {
        return new CoverageScan(live.crowd(), cells, live.roads());
    }
}
