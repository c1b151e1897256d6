package words

import (
	"fmt"
	"strings"
)

// maxArticles is how many articles stand in one line.
const maxArticles = 8

// Articles lists provisions in one line. Several obligations can be of one.
func Articles(articles []string) string {
	var each []string
	for i := 0; i < len(articles); {
		n := 1
		for i+n < len(articles) && articles[i+n] == articles[i] {
			n++
		}
		label := articles[i]
		if n > 1 {
			label += fmt.Sprintf(" (%d obligations)", n)
		}
		each = append(each, label)
		i += n
	}
	if len(each) <= maxArticles {
		return strings.Join(each, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(each[:maxArticles], ", "), len(each)-maxArticles)
}
