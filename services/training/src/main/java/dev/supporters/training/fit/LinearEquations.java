package dev.supporters.training.fit;

/** Few linear equations, by Gaussian elimination. */
final class LinearEquations {

    private LinearEquations() {}

    /** The x of a·x = b. The matrix is positive definite, as a ridge makes it. */
    static double[] solve(double[][] a, double[] b) {
        int size = b.length;
        for (int column = 0; column < size; column++) {
            swap(a, b, column, pivot(a, column));
            for (int row = column + 1; row < size; row++) {
                double factor = a[row][column] / a[column][column];
                for (int k = column; k < size; k++) {
                    a[row][k] -= factor * a[column][k];
                }
                b[row] -= factor * b[column];
            }
        }
        var x = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double sum = b[row];
            for (int k = row + 1; k < size; k++) {
                sum -= a[row][k] * x[k];
            }
            x[row] = sum / a[row][row];
        }
        return x;
    }

    private static int pivot(double[][] a, int column) {
        int best = column;
        for (int row = column + 1; row < a.length; row++) {
            if (Math.abs(a[row][column]) > Math.abs(a[best][column])) {
                best = row;
            }
        }
        return best;
    }

    private static void swap(double[][] a, double[] b, int one, int other) {
        double[] row = a[one];
        a[one] = a[other];
        a[other] = row;
        double value = b[one];
        b[one] = b[other];
        b[other] = value;
    }
}
