"""From a text as it stands to paragraphs, sentences, quotations and dates, before anyone says who said what."""
