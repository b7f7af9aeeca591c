package io.watchfloor.graph.road;

import java.util.Arrays;

/** A binary heap of longs, least first; a time in the upper half and a number in the lower makes ties deterministic. */
public final class LongHeap {
    private static final int INITIAL = 256;

    private long[] values = new long[INITIAL];
    private int size;

    public static long entry(int time, int number) {
        return ((long) time << Integer.SIZE) | number;
    }

    public static int time(long entry) {
        return (int) (entry >>> Integer.SIZE);
    }

    public static int number(long entry) {
        return (int) entry;
    }

    public void clear() {
        size = 0;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public long peek() {
        return values[0];
    }

    public void add(long value) {
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

    public long poll() {
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
