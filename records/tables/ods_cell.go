package tables

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dsaeval/dsaeval/internal/lazy"
)

// cell reads a value by its type, and what is shown where it has none.
func (r *odsReader) cell(start xml.StartElement) (Cell, error) {
	text, err := r.text(start.Name.Local)
	if err != nil {
		return Cell{}, err
	}
	if len(text) > MaxCell {
		return Cell{}, Fail(r.sheet.At(r.row+1, 0).String(), ErrTooLarge, "a longer cell than any report has", "")
	}
	value := func(local string) string { return attribute(start, odsOffice, local) }
	switch value("value-type") {
	case "float", "percentage", "currency":
		return Cell{Text: withWords(withoutNoise(value("value")), text), Stored: true}, nil
	case "date":
		return Cell{Text: strings.TrimSuffix(strings.Replace(value("date-value"), "T", " ", 1), " 00:00:00")}, nil
	case "time":
		return Cell{Text: clockOf(value("time-value"), text)}, nil
	case "boolean":
		return Cell{Text: strings.ToUpper(value("boolean-value"))}, nil
	}
	return Cell{Text: text}, nil
}

// text joins the paragraphs of a cell. Remarks beside it are none of it.
func (r *odsReader) text(end string) (string, error) {
	var paragraphs []string
	var b strings.Builder
	for {
		token, err := r.tokens.Token()
		if err != nil {
			return "", err
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch {
			case token.Name.Space == odsOffice && token.Name.Local == "annotation":
				if err := r.tokens.Skip(); err != nil {
					return "", err
				}
			case token.Name.Space == odsText && slices.Contains([]string{"s", "tab", "line-break"}, token.Name.Local):
				b.WriteByte(' ')
			}
		case xml.CharData:
			b.Write(token)
		case xml.EndElement:
			if token.Name.Space == odsText && token.Name.Local == "p" {
				paragraphs = append(paragraphs, b.String())
				b.Reset()
			}
			if token.Name.Space == odsTable && token.Name.Local == end {
				return strings.Join(paragraphs, "\n"), nil
			}
		}
	}
}

var isoDuration = lazy.NewRegexp(`^PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S$`)

// clockOf writes a duration such as PT118H48M00S as 118:48:00, and what is shown
// where it has another form.
func clockOf(duration, shown string) string {
	m := isoDuration.FindStringSubmatch(duration)
	if m == nil {
		return shown
	}
	hours, _ := strconv.Atoi(m[1])
	minutes, _ := strconv.Atoi(m[2])
	seconds, _ := strconv.Atoi(m[3])
	return fmt.Sprintf("%d:%02d:%02d", hours, minutes, seconds)
}
