package io.watchfloor.pipeline.study;

import java.util.Random;

/**
 * How people of a town report: how far their pins are off, how they name places, which language they write.
 *
 * @param goodMeters standard deviation of a good pin
 * @param poorMeters of a poor one
 * @param poorShare how many are poor
 * @param wildMeters of one that is far off
 * @param wildShare how many are
 * @param unlocatedShare how many reports have no coordinates
 * @param englishShare how many are in English
 * @param elsewhereShare how many name what lies up to {@link #ELSEWHERE_METERS} beside the event
 * @param briefShare how many say no more than what kind of thing it is
 * @param addressShare how many come with a door as their address
 * @param againShare how many are of somebody who has reported the same before; above 0, who reports is known
 */
record StudyNoise(
        double goodMeters,
        double poorMeters,
        double poorShare,
        double wildMeters,
        double wildShare,
        double unlocatedShare,
        double englishShare,
        double elsewhereShare,
        double briefShare,
        double addressShare,
        double againShare) {
    static final StudyNoise USUAL = new StudyNoise(20, 50, 0.3, 150, 0.03, 0.15, 0.25, 0, 0, 0, 0);
    /** Of the second study. */
    static final StudyNoise OTHER = new StudyNoise(12, 60, 0.45, 200, 0.04, 0.2, 0.12, 0.08, 0, 0, 0);

    /** Weights are fitted on this, too, so that they do not lean on what only the usual one has. */
    static final StudyNoise ROUGH = new StudyNoise(25, 45, 0.4, 180, 0.05, 0.2, 0.25, 0.1, 0, 0, 0);

    private static final double ELSEWHERE_METERS = 250;

    /** The same town, but some calls are brief, some come with an address, and who calls is known. */
    StudyNoise withCallers() {
        return new StudyNoise(
                goodMeters,
                poorMeters,
                poorShare,
                wildMeters,
                wildShare,
                unlocatedShare,
                englishShare,
                elsewhereShare,
                0.12,
                0.25,
                0.08);
    }

    /** The standard deviation of one pin. */
    double pinMeters(Random random) {
        double meters = random.nextDouble() < 1 - poorShare ? goodMeters : poorMeters;
        return random.nextDouble() < wildShare ? wildMeters : meters;
    }

    /** Whether it comes to pass; no chance is used up by what never does. */
    static boolean happens(double share, Random random) {
        return share > 0 && random.nextDouble() < share;
    }

    /** How far from the event lies what is named. */
    double namedAside(Random random) {
        return happens(elsewhereShare, random) ? (random.nextDouble() * 2 - 1) * ELSEWHERE_METERS : 0;
    }
}
