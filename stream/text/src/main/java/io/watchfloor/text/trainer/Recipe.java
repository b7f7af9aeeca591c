package io.watchfloor.text.trainer;

/**
 * How one linear model is learnt. The values shipped were chosen by cross-validation on training parts alone, see
 * MODELS.md.
 *
 * @param cost LIBLINEAR's C: how much an error costs against large weights
 * @param balance 0 weighs all examples alike, 1 weighs all labels alike
 * @param smallestStep weights below this step of the byte scale are dropped; small files, hardly another answer
 */
record Recipe(double cost, double balance, int smallestStep) {
    static final Recipe CATEGORY = new Recipe(3, 0.5, 18);
    static final Recipe POLARITY_GENERAL = new Recipe(0.3, 0, 12);
    static final Recipe POLARITY_EXPERT = new Recipe(1, 0, 16);
    static final Recipe DOMAIN = new Recipe(0.3, 0, 20);
    static final Recipe EMOTION = new Recipe(0.3, 0.4, 20);
    static final Recipe DISASTER = new Recipe(0.2, 0.1, 6);
    static final Recipe TYPE = new Recipe(0.5, 0, 8);
}
