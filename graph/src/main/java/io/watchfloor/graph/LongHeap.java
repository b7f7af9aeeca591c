package io.watchfloor.graph;

import java.util.Arrays;

/** A binary heap of longs, least first; a time in the upper half and a number in the lower makes ties deterministic. */
final class LongHeap {
    private static final int INITIAL = 256;

    private long[] values = new long[INITIAL];
    private int size;

    static long entry(int time, int number) {
        return ((long) time << Integer.SIZE) | number;
    }

    static int time(long entry) {
        return (int) (entry >>> Integer.SIZE);
    }

    static int number(long entry) {
        return (int) entry;
    }

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    long peek() {
        return values[0];
    }

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        int hole = size++;
        while (hole > 0) {
            int parent = (hole - 1) >>> 1;
            if (values[parent] <= value) {
                break;
            }
            values[hole] = values[parent];
            hole = parent;
        }
        values[hole] = value;
    }

    long poll() {
        long least = values[0];
        long last = values[--size];
        int hole = 0;
        for (int child = 1; child < size; child = 2 * hole + 1) {
            if (child + 1 < size && values[child + 1] < values[child]) {
                child++;
            }
            if (values[child] >= last) {
                break;
            }
            values[hole] = values[child];
            hole = child;
        }
        values[hole] = last;
        return least;
    }
}
