"""The look of the page: Gradio's theme and the settings of its components. All else is `demo/static/style.css`."""

import gradio as gr

from demo.page.view import STATIC

STYLE = STATIC / "style.css"

THEME = gr.themes.Base(
    primary_hue=gr.themes.colors.orange,
    neutral_hue=gr.themes.colors.zinc,
    radius_size=gr.themes.sizes.radius_lg,
    font=["system-ui", "sans-serif"],
    font_mono=["ui-monospace", "monospace"],
).set(
    body_background_fill="#faf9f7",
    body_background_fill_dark="#0c0d12",
    body_text_color_subdued="#5f5f68",
    body_text_color_subdued_dark="#a9a9b4",
    block_label_text_color="#5f5f68",
    block_label_text_color_dark="#a9a9b4",
    input_background_fill="#fff",
    input_border_width="1px",
    input_placeholder_color="#6b6b73",
    input_placeholder_color_dark="#9a9aa4",
    button_primary_background_fill="#18181b",
    button_primary_background_fill_hover="#3f3f46",
    button_primary_text_color="#fff",
    button_primary_background_fill_dark="#fafafa",
    button_primary_background_fill_hover_dark="#d4d4d8",
    button_primary_text_color_dark="#18181b",
)
