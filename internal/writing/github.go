package writing

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// Annotation is what GitHub Actions shows at a line of a file.
type Annotation struct {
	// Level is error, warning or notice.
	Level string
	File  string
	// Line and Column start at 1; 0 where there is none.
	Line, Column int
	Title        string
	// Message may have several lines.
	Message string
}

// Annotate writes ::level file=…,line=…,col=…,title=…::message. Line breaks in
// the message are kept, encoded; nothing in it can begin a command of its own.
func Annotate(w io.Writer, a Annotation) {
	properties := []string{"file=" + commandProperty(filepath.ToSlash(a.File))}
	if a.Line > 0 {
		properties = append(properties, fmt.Sprintf("line=%d", a.Line))
	}
	if a.Column > 0 {
		properties = append(properties, fmt.Sprintf("col=%d", a.Column))
	}
	properties = append(properties, "title="+commandProperty(a.Title))
	lines := strings.Split(a.Message, "\n")
	for i := range lines {
		lines[i] = OneLine(lines[i])
	}
	fmt.Fprintf(w, "::%s %s::%s\n", a.Level, strings.Join(properties, ","), commandData(strings.Join(lines, "\n")))
}

func commandData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func commandProperty(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(OneLine(s))
}
