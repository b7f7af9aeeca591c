package io.watchfloor.text.model;

/**
 * Polarity by experts: people praise a hotel and a meal in different words, so beside the general score each domain has its
 * own, and a domain model says how much each is to be heard.
 */
public final class PolarityMixture {
    /** How much the general score counts beside the experts. */
    static final float GENERAL_SHARE = 0.4f;

    private PolarityMixture() {}

    /**
     * The mixed score: 0.4 · general + Σ share(domain) · expert(domain). The shares are softer than the calibrated probabilities
     * of the domains: a text of a narrow domain also profits from the neighbouring experts.
     *
     * @param scores of one text
     * @param general where the general score stands; the experts follow it in the order of the domains
     * @param domains where the domain scores begin
     * @param shares one entry per domain, overwritten
     */
    public static float score(float[] scores, int general, int domains, float[] shares) {
        Calibration.NONE.probabilities(scores, domains, shares);
        float mixed = GENERAL_SHARE * scores[general];
        for (int i = 0; i < shares.length; i++) {
            mixed += shares[i] * scores[general + 1 + i];
        }
        return mixed;
    }
}
