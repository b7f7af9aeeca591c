package io.watchfloor.pipeline.warn.study;

import io.watchfloor.contract.place.CellShape;
import io.watchfloor.contract.place.Gazetteer;
import io.watchfloor.pipeline.warn.rule.Sighting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A made-up city of incidents with precursors: everyday reports with hours, weekdays, busy and quiet places, good and
 * bad days and clumps; incidents, most of which are preceded by extra reports that grow; and flares, which look the same
 * and come to nothing. Everything follows from the seed.
 */
final class Incidents {
    static final int SIDE = City.USUAL.side();
    static final int WARM_UP_DAYS = 28;
    static final int DAYS = 70;
    private static final long HOUR = 3_600_000L;
    private static final long BEGIN = 1_767_542_400_000L; // 2026-01-04T16:00Z, a Monday's midnight in Shanghai
    private static final double LAT = 30.2;
    private static final double LON = 120.1;
    private static final double STEP = 0.005;
    static final List<String> TOPICS =
            List.of("water-supply", "building-site", "pollution", "facility-damage", "noise");
    private static final double[] DAY = {
        .35, .25, .2, .2, .2, .3, .6, 1, 1.4, 1.6, 1.6, 1.4, 1.2, 1.3, 1.5, 1.5, 1.4, 1.3, 1.3, 1.4, 1.4, 1.2, .9, .5
    };

    /** An incident, or a flare: where, what and when, and how many extra reports came before. */
    record Incident(String topic, int row, int column, long atMillis, int extra) {}

    /** Signals of devices that mean nothing, per hour in a cell. */
    static final double FALSE_SIGNALS = 0.004;

    /** What is usual, which only an oracle is told: events per hour by day, and by row and column of a cell. */
    @SuppressWarnings("ArrayRecordComponent") // of a simulation
    record Everyday(double[] byDay, double[][] perHour, double clumps) {
        /** Events in a cell at so many hours from the begin. */
        double perHour(int row, int column, double hours) {
            int hour = (int) hours;
            return perHour[row][column] * byDay[hour / 24] * DAY[hour % 24] / 1.2;
        }
    }

    private final List<Everyday> everydays = new ArrayList<>();
    private final Random random;
    private final City city;
    private final double strength;
    private final boolean devices;
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();
    private final List<Incident> flares = new ArrayList<>();
    private int ids;

    private Incidents(long seed, City city, double strength, boolean devices) {
        this.random = new Random(seed);
        this.city = city;
        this.strength = strength;
        this.devices = devices;
        TOPICS.forEach(this::everyday);
        for (String topic : TOPICS) {
            for (int i = 0; i < DAYS / city.daysBetween(); i++) {
                incident(topic);
            }
            for (int i = 0; i < DAYS / city.daysBetweenFlares(); i++) {
                flare(topic);
            }
        }
        sightings.sort(Comparator.comparingLong(Sighting::receivedMillis));
    }

    static Incidents of(long seed, City city, double strength, boolean devices) {
        return new Incidents(seed, city, strength, devices);
    }

    List<Sighting> sightings() {
        return sightings;
    }

    List<Incident> all() {
        return incidents;
    }

    List<Incident> flares() {
        return flares;
    }

    /** By topic, in their order. */
    List<Everyday> everydays() {
        return everydays;
    }

    /** From the first midnight on. */
    static double hours(long atMillis) {
        return (atMillis - BEGIN) / (double) HOUR;
    }

    static int row(double lat) {
        return (int) ((lat - LAT) / STEP);
    }

    static int column(double lon) {
        return (int) ((lon - LON) / STEP);
    }

    /** Those after the warm-up. */
    List<Incident> judged() {
        return incidents.stream().filter(i -> i.atMillis() >= judgedFrom()).toList();
    }

    static long judgedFrom() {
        return BEGIN + WARM_UP_DAYS * 24 * HOUR;
    }

    static String cell(int row, int column) {
        return "C-" + row + "-" + column;
    }

    /** Somewhere in a cell: latitude and longitude. */
    static double[] position(int row, int column, Random random) {
        return new double[] {LAT + (row + random.nextDouble()) * STEP, LON + (column + random.nextDouble()) * STEP};
    }

    static Gazetteer city() {
        return city(SIDE);
    }

    static Gazetteer city(int side) {
        List<CellShape> cells = new ArrayList<>();
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double south = LAT + row * STEP;
                double west = LON + column * STEP;
                cells.add(new CellShape(
                        cell(row, column),
                        "A",
                        "",
                        "",
                        List.of(
                                List.of(south, west),
                                List.of(south, west + STEP),
                                List.of(south + STEP, west + STEP),
                                List.of(south + STEP, west))));
            }
        }
        return new Gazetteer("simulated", "Asia/Shanghai", List.of(), cells);
    }

    /** About 1.6 reports a day of a topic in a cell, some cells ten times as many as others. */
    private void everyday(String topic) {
        double[] byDay = new double[DAYS];
        for (int day = 0; day < DAYS; day++) {
            byDay[day] = Math.exp(0.35 * random.nextGaussian() - 0.06) * (day % 7 >= 5 ? 0.75 : 1);
        }
        double[][] rates = new double[city.side()][city.side()];
        everydays.add(new Everyday(byDay, rates, city.clumps()));
        for (int row = 0; row < city.side(); row++) {
            for (int column = 0; column < city.side(); column++) {
                double perHour = city.perHour() * Math.exp(0.8 * random.nextGaussian() - 0.32);
                rates[row][column] = perHour;
                for (int hour = 0; hour < DAYS * 24; hour++) {
                    int events = poisson(perHour * byDay[hour / 24] * DAY[hour % 24] / 1.2);
                    for (int e = 0; e < events; e++) {
                        long at = BEGIN + hour * HOUR + (long) (random.nextDouble() * HOUR);
                        int reports = 1 + (random.nextDouble() < city.clumps() ? 1 + random.nextInt(2) : 0);
                        for (int r = 0; r < reports; r++) {
                            report(topic, row, column, at + r * (long) (random.nextDouble() * 600_000), false);
                        }
                    }
                    if (devices && random.nextDouble() < FALSE_SIGNALS) {
                        device(topic, row, column, BEGIN + hour * HOUR + (long) (random.nextDouble() * HOUR));
                    }
                }
            }
        }
    }

    private void incident(String topic) {
        long at = BEGIN + (long) ((2 + random.nextDouble() * (DAYS - 2.5)) * 24 * HOUR);
        int row = random.nextInt(city.side());
        int column = random.nextInt(city.side());
        boolean announced = random.nextDouble() < city.announced();
        int extra = announced ? poisson(strength * Math.exp(0.4 * random.nextGaussian() - 0.08)) : 0;
        incidents.add(new Incident(topic, row, column, at, extra));
        if (announced) {
            extra(topic, row, column, at, extra, city.angry());
        }
        if (devices && random.nextDouble() < 0.7) {
            int signals = 1 + poisson(2.5);
            for (int i = 0; i < signals; i++) {
                device(topic, row, column, at - (long) ((1 + random.nextDouble() * 17) * HOUR));
            }
        }
    }

    /** People complain of something that then goes away; weaker, and less angry. */
    private void flare(String topic) {
        long until = BEGIN + (long) ((2 + random.nextDouble() * (DAYS - 2.5)) * 24 * HOUR);
        int row = random.nextInt(city.side());
        int column = random.nextInt(city.side());
        int reports = poisson(strength * 0.4);
        flares.add(new Incident(topic, row, column, until, reports));
        extra(topic, row, column, until, reports, 0.2);
    }

    /** They grow over hours, some of them in cells that touch. */
    private void extra(String topic, int row, int column, long untilMillis, int reports, double negativeShare) {
        double hours = city.leastHours() + random.nextDouble() * city.moreHours();
        for (int i = 0; i < reports; i++) {
            double before = hours * (1 - city.growth(random.nextDouble()));
            boolean beside = random.nextDouble() < city.beside();
            int r = beside ? within(row + random.nextInt(3) - 1) : row;
            int c = beside ? within(column + random.nextInt(3) - 1) : column;
            report(topic, r, c, untilMillis - (long) (before * HOUR), random.nextDouble() < negativeShare);
        }
    }

    private int within(int index) {
        return Math.max(0, Math.min(city.side() - 1, index));
    }

    private void report(String topic, int row, int column, long atMillis, boolean angry) {
        boolean negative = angry || random.nextDouble() < 0.55;
        double polarity = negative ? -0.3 - 0.7 * random.nextDouble() : 0.3 * random.nextDouble() - 0.15;
        double heat = (angry ? 0.1 : 0) + 0.7 * random.nextDouble();
        add(topic, row, column, atMillis, polarity, heat, false);
    }

    private void device(String topic, int row, int column, long atMillis) {
        add(topic, row, column, atMillis, 0, 0, true);
    }

    private void add(String topic, int row, int column, long atMillis, double polarity, double heat, boolean device) {
        double[] place = position(row, column, random);
        sightings.add(new Sighting("R-" + ids++, topic, 1, atMillis, place[0], place[1], polarity, heat, device, ""));
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
