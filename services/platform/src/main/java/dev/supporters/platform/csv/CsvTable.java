package dev.supporters.platform.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A CSV file with a header, as spreadsheets write them, row by row: never more than one row in memory. */
public final class CsvTable implements Closeable {

    private static final int LONGEST_CELL = 1 << 16;
    private static final int MOST_CELLS = 500;

    private final CellCollector collector = new CellCollector();
    private final CloseableIterator<CsvCells> records;
    private final CsvHeader header;
    private boolean over;

    private CsvTable(BufferedReader text, Set<String> known, List<String> required)
            throws IOException {
        records =
                CsvReader.builder()
                        .fieldSeparator(CsvSeparator.of(text, known))
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .trimWhitespacesAroundQuotes(true)
                        .maxBufferSize(LONGEST_CELL)
                        .build(collector, new EndMarkingReader(text))
                        .iterator();
        header = new CsvHeader(cells().orElse(new CsvCells(1, List.of(""))), known, required);
    }

    /** Opens the file and reads its header, which must have the required ones of the known columns. */
    public static CsvTable open(Path path, Set<String> known, List<String> required) {
        return open(CsvSource.open(path), known, required);
    }

    /** The same of what was sent. */
    public static CsvTable read(InputStream bytes, Set<String> known, List<String> required) {
        try {
            return open(CsvSource.text(bytes), known, required);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static CsvTable open(Reader text, Set<String> known, List<String> required) {
        try {
            return new CsvTable(new BufferedReader(text), known, required);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    public List<String> unknownColumns() {
        return header.unknown();
    }

    /**
     * The next row that has something in it; nothing after the last.
     *
     * @throws CsvException if it does not fit the header: then there may be a next one; or if a quote is not closed: then there is none
     */
    public Optional<CsvRow> next() {
        return cells().map(this::row);
    }

    private CsvRow row(CsvCells found) {
        CsvCells cells = found.withoutEmptyEnd(header.size());
        int size = cells.cells().size();
        if (size < header.size()) {
            throw CsvException.at(
                    cells.line(),
                    header.name(size),
                    "the row's end after " + size + " cells",
                    header.size() + " cells, as in the header; the file may have been cut");
        }
        if (size > header.size()) {
            throw CsvException.at(
                    cells.line(),
                    Integer.toString(header.size() + 1),
                    cells.cells().get(header.size()),
                    header.size() + " cells, as in the header");
        }
        return new CsvRow(cells.line(), header, cells.cells());
    }

    private Optional<CsvCells> cells() {
        try {
            while (!over && records.hasNext()) {
                CsvCells cells = records.next();
                if (cells.cells().getFirst().equals(EndMarkingReader.END)) {
                    return Optional.empty();
                }
                if (cells.cells().getLast().endsWith(EndMarkingReader.END)) {
                    throw quote(cells.line(), cells.cells().size() - 1, "that is never closed");
                }
                if (!cells.blank() && !CsvSeparator.isSaidBy(cells)) {
                    return Optional.of(cells);
                }
            }
            return Optional.empty();
        } catch (CsvParseException e) {
            over = true;
            throw collector.cells.size() >= MOST_CELLS
                    ? CsvException.at(
                            collector.line,
                            Integer.toString(MOST_CELLS + 1),
                            "more than " + MOST_CELLS + " cells",
                            "at most so many")
                    : quote(
                            collector.line,
                            collector.cells.size(),
                            "that is not closed at the cell's end, or more than "
                                    + LONGEST_CELL
                                    + " characters");
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause());
        }
    }

    /** What comes after it is not known to be a row. */
    private CsvException quote(long line, int index, String which) {
        over = true;
        return CsvException.at(
                line,
                header == null ? Integer.toString(index + 1) : header.name(index),
                "a quote " + which,
                "a closing quote where the cell ends");
    }

    private static CsvException unreadable(IOException e) {
        return CsvException.unreadable("cannot be read: " + e.getMessage());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    /** A record's first line in the file, and its cells without the spaces around them. */
    record CsvCells(long line, List<String> cells) {

        boolean blank() {
            return cells.stream().allMatch(String::isEmpty);
        }

        /** Without empty cells beyond so many: spreadsheets end rows with separators. */
        CsvCells withoutEmptyEnd(int most) {
            int size = cells.size();
            while (size > most && cells.get(size - 1).isEmpty()) {
                size--;
            }
            return new CsvCells(line, cells.subList(0, size));
        }
    }

    /** Knows how far the parser has come in the record that it is about to give, or cannot give. */
    private static final class CellCollector extends AbstractBaseCsvCallbackHandler<CsvCells> {

        private final List<String> cells = new ArrayList<>();
        private long line;

        @Override
        protected void handleBegin(long startingLine) {
            line = startingLine;
            cells.clear();
        }

        @Override
        protected void handleField(
                int index, char[] buffer, int offset, int length, boolean quoted) {
            if (index == MOST_CELLS) {
                throw new CsvParseException("more than " + MOST_CELLS + " cells");
            }
            cells.add(new String(buffer, offset, length).strip());
        }

        @Override
        protected CsvCells buildRecord() {
            return new CsvCells(line, List.copyOf(cells));
        }
    }
}
