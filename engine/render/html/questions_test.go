package html_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// checkQuestions answers two questions and saves them: what comes of it is a piece
// of a fact file with the questions as comments, and nothing is loaded or sent.
func checkQuestions(t *testing.T, b *browser) {
	b.eval(`document.querySelectorAll("details.area").forEach(d => { d.open = true })`, nil)
	var disabled bool
	b.eval(`document.querySelector(".save button").disabled`, &disabled)
	require.True(t, disabled, "nothing is saved where nothing is answered")
	b.eval(`document.querySelector('.ask[data-kind="flag"] input[value="false"]').click()`, nil)
	b.eval(`document.querySelector('.ask[data-kind="count"] input').focus()`, nil)
	b.call("Input.insertText", map[string]any{"text": "1 024"}, nil)
	var state string
	b.eval(`document.querySelector(".save .state").textContent`, &state)
	require.Equal(t, "2 answers, not saved", state)

	// The click on the link would download; the text is taken before.
	var saved string
	b.eval(`new Promise(done => {
		const create = URL.createObjectURL;
		URL.createObjectURL = blob => { blob.text().then(done); return create(blob) };
		HTMLAnchorElement.prototype.click = () => {};
		document.querySelector(".save button").click();
		URL.createObjectURL = create;
	})`, &saved)
	require.Equal(t, `# Answers about Example, asked on 2025-06-02
risk_assessment:
  # Whether there is a report of the assessment.
  risk_assessment_exists: false
  # For how many months were the supporting documents kept?
  supporting_documents_kept_months: 1024
`, saved)
	var named bool
	b.eval(`[...document.querySelectorAll(".boxes input")].every(i => i.labels.length > 0 || document.getElementById(i.getAttribute("aria-labelledby")))`, &named)
	require.True(t, named, "a field without a name")
	b.eval(`document.querySelectorAll("details.area").forEach(d => { d.open = false })`, nil)
}
