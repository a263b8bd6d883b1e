package org.ecosec.investment.iati;

import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.LSInput;

/** A schema that another one includes, read from this service and nowhere else. */
final class ShippedSchema implements LSInput {

  private final String name;
  private final String text;

  ShippedSchema(String name, String text) {
    this.name = name;
    this.text = text;
  }

  @Override
  public Reader getCharacterStream() {
    return new StringReader(text);
  }

  @Override
  public String getSystemId() {
    return name;
  }

  @Override
  public @Nullable InputStream getByteStream() {
    return null;
  }

  @Override
  public @Nullable String getStringData() {
    return null;
  }

  @Override
  public @Nullable String getPublicId() {
    return null;
  }

  @Override
  public @Nullable String getBaseURI() {
    return null;
  }

  @Override
  public @Nullable String getEncoding() {
    return null;
  }

  @Override
  public boolean getCertifiedText() {
    return false;
  }

  @Override
  public void setCharacterStream(Reader characterStream) {}

  @Override
  public void setByteStream(InputStream byteStream) {}

  @Override
  public void setStringData(String stringData) {}

  @Override
  public void setSystemId(String systemId) {}

  @Override
  public void setPublicId(String publicId) {}

  @Override
  public void setBaseURI(String baseUri) {}

  @Override
  public void setEncoding(String encoding) {}

  @Override
  public void setCertifiedText(boolean certifiedText) {}
}
