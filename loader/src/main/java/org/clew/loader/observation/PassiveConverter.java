package org.clew.loader.observation;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;

/** What the library demands where values are fetched from its columns and not handed on. */
final class PassiveConverter extends PrimitiveConverter {
  private PassiveConverter() {}

  static GroupConverter root() {
    return new GroupConverter() {
      @Override
      public Converter getConverter(int fieldIndex) {
        return new PassiveConverter();
      }

      @Override
      public void start() {}

      @Override
      public void end() {}
    };
  }
}
