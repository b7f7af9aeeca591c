package io.watchfloor.pipeline.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.place.Crossing;
import io.watchfloor.contract.place.Gazetteer;
import io.watchfloor.contract.place.NamedPlace;
import io.watchfloor.graph.district.District;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class GazetteersTest {
    private static final District DISTRICT = new District(
            "d",
            "区",
            "District",
            ZoneId.of("Asia/Shanghai"),
            List.of(),
            List.of(new District.Cell("c-1", "a-1", "一格", "One", List.of(List.of(31.0, 121.0), List.of(31.1, 121.0)))),
            List.of(),
            List.of(),
            List.of(
                    place("j1", "", "junction", 31.000),
                    place("j2", "", "junction", 31.002),
                    place("j3", "", "junction", 31.004),
                    place("school", "第一小学", "school", 31.001)),
            List.of(road("r1", "j1", "j2"), road("r2", "j2", "j3")),
            List.of(),
            List.of());

    @Test
    void shouldNameEachStreetOnceAtItsMiddleWithItsLength() {
        Gazetteer gazetteer = Gazetteers.of("stamp", DISTRICT);

        NamedPlace street = gazetteer.places().stream()
                .filter(NamedPlace::street)
                .findFirst()
                .orElseThrow();
        assertThat(gazetteer.places()).hasSize(2);
        assertThat(street.id()).isEqualTo("street:人民路");
        assertThat(street.nameEn()).isEqualTo("People's Road");
        assertThat(street.lat()).isEqualTo(31.002);
        assertThat(street.cellId()).isEqualTo("c-1");
        assertThat(street.accuracyMeters()).isBetween(220.0, 225.0);
    }

    @Test
    void shouldKnowWhereTwoNamedStreetsMeet() {
        District crossed = new District(
                "d",
                "区",
                "District",
                ZoneId.of("Asia/Shanghai"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        place("j1", "", "junction", 31.000),
                        place("j2", "", "junction", 31.002),
                        place("j3", "", "junction", 31.004),
                        place("j4", "", "junction", 31.006)),
                List.of(
                        road("r1", "j1", "j2"),
                        road("r2", "j2", "j3"),
                        new District.Road("r3", "中山路", "", "j2", "j4", 444, 40, false),
                        new District.Road("r4", "", "", "j3", "j4", 222, 40, false)),
                List.of(),
                List.of());

        assertThat(Gazetteers.of("stamp", crossed).crossings())
                .containsExactly(new Crossing("j2", "street:中山路", "street:人民路", 31.002, 121.0));
        assertThat(Gazetteers.of("stamp", DISTRICT).crossings()).isEmpty();
    }

    @Test
    void shouldKeepPlacesThatHaveANameAndAllCells() {
        Gazetteer gazetteer = Gazetteers.of("stamp", DISTRICT);

        assertThat(gazetteer.stamp()).isEqualTo("stamp");
        assertThat(gazetteer.zone()).isEqualTo("Asia/Shanghai");
        assertThat(gazetteer.places()).extracting(NamedPlace::nameZh).contains("第一小学");
        assertThat(gazetteer.cells()).singleElement().satisfies(cell -> assertThat(cell.ring())
                .containsExactly(List.of(31.0, 121.0), List.of(31.1, 121.0)));
    }

    private static District.Place place(String id, String name, String kind, double lat) {
        return new District.Place(id, name, "", kind, "c-1", lat, 121.0, List.of());
    }

    private static District.Road road(String id, String from, String to) {
        return new District.Road(id, "人民路", "People's Road", from, to, 222, 40, false);
    }
}
