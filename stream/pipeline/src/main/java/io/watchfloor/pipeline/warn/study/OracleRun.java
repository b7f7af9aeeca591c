package io.watchfloor.pipeline.warn.study;

import io.watchfloor.pipeline.warn.study.PrecursorRun.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Warns by an {@link Oracle} with the manners of an alert, hour by hour, and is judged as {@link PrecursorRun} judges. */
final class OracleRun {
    private static final int FIRST_HOUR = Incidents.WARM_UP_DAYS * 24;
    private static final int DAY = 24;

    private final Incidents world;
    private final int side;
    /** By topic, cell and hour: that an incident comes to the cell or to one that touches it within a day. */
    private final double[][][] probabilities;

    private record Raised(int topic, int cell, int hour) {}

    OracleRun(Incidents world, City city, double[] strengths, boolean devices) {
        this.world = world;
        this.side = city.side();
        this.probabilities = new Oracle(world, city, strengths, devices)
                .odds().stream().map(this::probabilities).toArray(double[][][]::new);
    }

    /** Raised from this probability on; one alert stands a day for a topic in a cell and those that touch. */
    Outcome measure(double bar) {
        List<Raised> raised = raised(bar);
        long right = raised.stream().filter(this::isRight).count();
        List<Incidents.Incident> judged = world.judged();
        long warned = judged.stream()
                .filter(incident -> raised.stream().anyMatch(alert -> warnsOf(alert, incident)))
                .count();
        double weeks = (Incidents.DAYS - Incidents.WARM_UP_DAYS) / 7.0;
        return new Outcome(
                warned / (double) judged.size(),
                raised.isEmpty() ? 1 : right / (double) raised.size(),
                raised.size() / weeks);
    }

    private List<Raised> raised(double bar) {
        List<Raised> raised = new ArrayList<>();
        for (int topic = 0; topic < probabilities.length; topic++) {
            int[] silentUntil = new int[side * side];
            for (int hour = FIRST_HOUR; hour < Oracle.HOURS; hour++) {
                for (int cell = likeliest(topic, hour, silentUntil);
                        cell >= 0 && probabilities[topic][cell][hour] >= bar;
                        cell = likeliest(topic, hour, silentUntil)) {
                    raised.add(new Raised(topic, cell, hour));
                    for (int near : around(cell, 1)) {
                        silentUntil[near] = hour + DAY;
                    }
                }
            }
        }
        return raised;
    }

    /** Of the cells that are not warned of; -1 for none. */
    private int likeliest(int topic, int hour, int[] silentUntil) {
        int likeliest = -1;
        for (int cell = 0; cell < silentUntil.length; cell++) {
            if (silentUntil[cell] <= hour
                    && (likeliest < 0 || probabilities[topic][cell][hour] > probabilities[topic][likeliest][hour])) {
                likeliest = cell;
            }
        }
        return likeliest;
    }

    private double[][] probabilities(Oracle.Odds odds) {
        double[][] probabilities = new double[side * side][Oracle.HOURS];
        for (int cell = 0; cell < probabilities.length; cell++) {
            List<Integer> there = around(cell, 1);
            List<Integer> explaining = around(cell, 2);
            for (int hour = FIRST_HOUR; hour < Oracle.HOURS; hour++) {
                double ahead = 0;
                double all = 1;
                for (int near : there) {
                    ahead += odds.ahead()[near][hour];
                }
                for (int near : explaining) {
                    all += odds.ahead()[near][hour] + odds.other()[near][hour];
                }
                probabilities[cell][hour] = ahead / all;
            }
        }
        return probabilities;
    }

    private List<Integer> around(int cell, int reach) {
        List<Integer> around = new ArrayList<>();
        for (int row = Math.max(0, cell / side - reach); row <= Math.min(side - 1, cell / side + reach); row++) {
            int last = Math.min(side - 1, cell % side + reach);
            for (int column = Math.max(0, cell % side - reach); column <= last; column++) {
                around.add(row * side + column);
            }
        }
        return around;
    }

    private boolean isRight(Raised alert) {
        return world.all().stream().anyMatch(incident -> {
            double ahead = Incidents.hours(incident.atMillis()) - alert.hour();
            return ahead > 0 && ahead <= DAY && isThere(alert, incident);
        });
    }

    /** Whether it stood at some time between a day and an hour ahead. */
    private boolean warnsOf(Raised alert, Incidents.Incident incident) {
        double at = Incidents.hours(incident.atMillis());
        return alert.hour() <= at - 1 && alert.hour() + DAY >= at - DAY && isThere(alert, incident);
    }

    private boolean isThere(Raised alert, Incidents.Incident incident) {
        return Incidents.TOPICS.indexOf(incident.topic()) == alert.topic()
                && around(incident.row() * side + incident.column(), 1).contains(alert.cell());
    }
}
