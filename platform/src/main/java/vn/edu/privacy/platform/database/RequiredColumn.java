package vn.edu.privacy.platform.database;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads columns that are never null. */
public final class RequiredColumn {
    private RequiredColumn() {}

    /** The column's value; a null there is a fault of the statement, and the error names the column. */
    public static <T> T get(Readable row, String column, Class<T> type) {
        @Nullable T value = row.get(column, type);
        return Objects.requireNonNull(value, column);
    }
}
