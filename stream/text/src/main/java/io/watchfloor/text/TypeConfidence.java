package io.watchfloor.text;

/**
 * How often a type with so much weight is right: a logistic function of the weight's logarithm and of the share it has of
 * all weight, set by hand; own-labels/README.md has how often it is right, and why no mapping fitted over it took its place.
 */
record TypeConfidence(double offset, double perLogWeight, double perShare) {
    static final TypeConfidence BY_HAND = new TypeConfidence(-3.0, 1.2, 3.5);

    double of(double weight, double total) {
        double score = offset + perLogWeight * Math.log(weight) + perShare * weight / total;
        return 1 / (1 + Math.exp(-score));
    }
}
