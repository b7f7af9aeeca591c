package io.watchfloor.gateway.push;

import io.watchfloor.graph.Graph;
import io.watchfloor.graph.candidate.DispatchProjection;
import io.watchfloor.graph.district.District;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A small district in memory. */
public final class TestDistrict {
    private TestDistrict() {}

    /** With so many people, {@code P-0} and on. */
    static DispatchProjection project(int people) {
        return project(IntStream.range(0, people).mapToObj(i -> "P-" + i).toArray(String[]::new));
    }

    /** With these people, all of them on patrol at any time. */
    public static DispatchProjection project(String... personIds) {
        District.Shift always =
                new District.Shift(List.of(1, 2, 3, 4, 5, 6, 7), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        return Graph.project(new District(
                "d",
                "区",
                "District",
                ZoneId.of("Asia/Shanghai"),
                List.of(new District.Area("a", "街道", "Area")),
                List.of(new District.Cell(
                        "C-1",
                        "a",
                        "格",
                        "Cell",
                        List.of(
                                List.of(31.22, 121.46),
                                List.of(31.22, 121.48),
                                List.of(31.24, 121.48),
                                List.of(31.24, 121.46)))),
                List.of(new District.Organization("o", "公安", "Police", "department")),
                List.of(new District.Skill("patrol", "巡逻", "Patrol", List.of(), false)),
                List.of(
                        new District.Place("p1", "站", "Station", "station", "C-1", 31.23, 121.47, List.of()),
                        new District.Place("p2", "口", "Junction", "junction", "C-1", 31.231, 121.471, List.of())),
                List.of(new District.Road("r1", "路", "Road", "p1", "p2", 150, 30, false)),
                Stream.of(personIds)
                        .map(id -> new District.Person(
                                id,
                                id,
                                id,
                                "o",
                                "p1",
                                List.of(new District.HeldSkill("patrol", 1, null)),
                                List.of(always)))
                        .toList(),
                List.of()));
    }
}
