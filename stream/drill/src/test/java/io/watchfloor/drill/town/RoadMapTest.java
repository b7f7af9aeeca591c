package io.watchfloor.drill.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.watchfloor.drill.Towns;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoadMapTest {
    private static final LatLon ORIGIN = new LatLon(30.28, 120.28);

    /** A square of one kilometre: the south side is slow, the east side one-way northward. */
    private static final Town SQUARE = new Town(
            ZoneId.of("Asia/Shanghai"),
            List.of(),
            List.of(place("sw", 0, 0), place("se", 1000, 0), place("ne", 1000, 1000), place("nw", 0, 1000)),
            List.of(
                    road("south", "sw", "se", 10, false),
                    road("east", "se", "ne", 40, true),
                    road("north", "ne", "nw", 40, false),
                    road("west", "nw", "sw", 40, false)));

    private final RoadMap square = new RoadMap(SQUARE);

    @Test
    void shouldPreferTheFasterWay() {
        Route route = square.route(at(0, 0), at(1000, 0));

        assertThat(route.meters()).isCloseTo(1000, within(2.0));
        Route aroundTheTop = square.route(at(0, 400), at(950, 1000));
        assertThat(aroundTheTop.meters()).isCloseTo(1550, within(3.0));
    }

    @Test
    void shouldNotDriveAgainstAOneWaySign() {
        Route allowed = square.route(at(1000, 200), at(1000, 800));
        Route against = square.route(at(1000, 800), at(1000, 200));

        assertThat(allowed.meters()).isCloseTo(600, within(2.0));
        assertThat(against.meters()).isCloseTo(3400, within(10.0));
    }

    @Test
    void shouldBeginAndEndOffTheRoadWhereAsked() {
        Route route = square.route(at(-50, 500), at(500, 1030));

        assertThat(route.legs().get(0).from()).isEqualTo(at(-50, 500));
        assertThat(route.end()).isEqualTo(at(500, 1030));
        assertThat(route.meters()).isCloseTo(50 + 500 + 500 + 30, within(3.0));
    }

    @Test
    void shouldGoStraightWhenNoRoadLeadsThere() {
        Town withIsland = new Town(
                SQUARE.zone(),
                List.of(),
                List.of(place("a", 0, 0), place("b", 500, 0), place("c", 5000, 0), place("d", 5500, 0)),
                List.of(road("ab", "a", "b", 40, false), road("cd", "c", "d", 40, false)));

        Route route = new RoadMap(withIsland).route(at(0, 0), at(5500, 0));

        assertThat(route.legs()).hasSize(1);
    }

    @Test
    void shouldBeWhereTimeAndSpeedSay() {
        Route route = new Route(
                List.of(new Route.Leg(at(0, 0), at(100, 0), 36), new Route.Leg(at(100, 0), at(100, 100), 18)));

        assertThat(route.duration()).isCloseTo(Duration.ofSeconds(30), Duration.ofMillis(200));
        assertThat(route.after(Duration.ZERO)).isEqualTo(at(0, 0));
        assertThat(route.after(Duration.ofSeconds(5)).metersTo(at(50, 0))).isLessThan(1);
        assertThat(route.after(Duration.ofSeconds(20)).metersTo(at(100, 50))).isLessThan(1);
        assertThat(route.after(Duration.ofHours(1))).isEqualTo(at(100, 100));
    }

    @Test
    void shouldFindUnbrokenWaysAllOverTheDemoDistrict() {
        RoadMap roads = new RoadMap(Towns.LINJIANG);
        Random random = new Random(3);
        List<Town.Place> places = Towns.LINJIANG.namedPlaces();

        for (int i = 0; i < 200; i++) {
            LatLon from = places.get(random.nextInt(places.size())).at();
            LatLon to = roads.somewhere(random);
            Route route = roads.route(from, to);
            assertThat(route.legs().get(0).from()).isEqualTo(from);
            assertThat(route.end()).isEqualTo(to);
            assertThat(route.legs()).hasSizeGreaterThan(2);
            assertThat(route.meters()).isLessThan(3 * from.metersTo(to) + 3_000);
            for (int leg = 1; leg < route.legs().size(); leg++) {
                assertThat(route.legs().get(leg).from())
                        .isEqualTo(route.legs().get(leg - 1).to());
            }
        }
    }

    @Test
    void shouldRefuseATownWithoutRoads() {
        Town empty = new Town(SQUARE.zone(), null, SQUARE.places(), null);

        assertThat(empty.isInhabited()).isFalse();
        assertThatThrownBy(() -> new RoadMap(empty)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldReadWhatTheGatewayServesAndIgnoreWhatItDoesNotKnow() {
        Town town = Town.read("""
                {"id": "x", "nameZh": "某区", "zone": "Asia/Shanghai", "tileUrl": null, "incidentTypes": [],
                 "areas": [{"id": "A1", "nameZh": "甲", "nameEn": "A"}],
                 "cells": [{"id": "C1", "areaId": "A1", "nameZh": "一", "ring": [[30.1, 120.1], [30.2, 120.1], [30.2, 120.2]]}],
                 "places": [{"id": "p", "nameZh": "某处", "nameEn": "Some place", "kind": "mall", "cellId": "C1",
                             "lat": 30.1, "lon": 120.1, "aliases": []}],
                 "roads": [{"id": "r", "nameZh": "路", "nameEn": "Road", "fromPlaceId": "p", "toPlaceId": "p",
                            "meters": 1.0, "speedKmh": 30.0, "oneWay": false}]}
                """);

        assertThat(town.isInhabited()).isTrue();
        assertThat(town.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThatThrownBy(() -> Town.read("<html>")).isInstanceOf(IllegalArgumentException.class);
    }

    private static LatLon at(double east, double north) {
        return ORIGIN.plusMeters(east, north);
    }

    private static Town.Place place(String id, double east, double north) {
        LatLon at = at(east, north);
        return new Town.Place(id, id, id, "junction", "C", at.lat(), at.lon());
    }

    private static Town.Road road(String id, String from, String to, double speedKmh, boolean oneWay) {
        return new Town.Road(id, id, id, from, to, 1000, speedKmh, oneWay);
    }
}
