package dev.supporters.dispatch.assignment.solver;

/**
 * Columns by the length of the shortest path that was found to each: a binary heap that knows where each column is. Among equal
 * lengths the column with the smaller index comes first. What is cleared or removed costs no new memory.
 */
final class ColumnQueue {

    private final int[] heap;
    private final int[] position;
    private final double[] loss;
    private final int[] round;
    private final int[] removed;
    private int size;
    private int removedCount;
    private int currentRound;

    ColumnQueue(int columns) {
        heap = new int[columns];
        position = new int[columns];
        loss = new double[columns];
        round = new int[columns];
        removed = new int[columns];
    }

    /** Forgets all columns, those removed too. */
    void clear() {
        size = 0;
        removedCount = 0;
        currentRound++;
    }

    boolean isEmpty() {
        return size == 0;
    }

    double firstLoss() {
        return loss[heap[0]];
    }

    /** The length of the shortest path to a column that was offered since the last clear. */
    double loss(int column) {
        return loss[column];
    }

    int removed() {
        return removedCount;
    }

    /** What was removed since the last clear, in that order. */
    int removed(int index) {
        return removed[index];
    }

    /** Whether the path to the column is shorter than those before. A column that was removed has its shortest path. */
    boolean offer(int column, double length) {
        if (round[column] != currentRound) {
            round[column] = currentRound;
            loss[column] = length;
            place(column, size++);
            up(size - 1);
            return true;
        }
        if (position[column] < 0 || length >= loss[column]) {
            return false;
        }
        loss[column] = length;
        up(position[column]);
        return true;
    }

    int removeFirst() {
        int first = heap[0];
        position[first] = -1;
        removed[removedCount++] = first;
        size--;
        if (size > 0) {
            place(heap[size], 0);
            down();
        }
        return first;
    }

    private void up(int from) {
        int index = from;
        int column = heap[index];
        while (index > 0) {
            int parent = (index - 1) / 2;
            if (!before(column, heap[parent])) {
                break;
            }
            place(heap[parent], index);
            index = parent;
        }
        place(column, index);
    }

    private void down() {
        int index = 0;
        int column = heap[0];
        while (2 * index + 1 < size) {
            int child = 2 * index + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], column)) {
                break;
            }
            place(heap[child], index);
            index = child;
        }
        place(column, index);
    }

    private void place(int column, int index) {
        heap[index] = column;
        position[column] = index;
    }

    private boolean before(int one, int other) {
        return loss[one] < loss[other] || (loss[one] == loss[other] && one < other);
    }
}
