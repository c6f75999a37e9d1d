import type { Page } from '@playwright/test';

/** A made-up paper on a table, drawn by the browser: stands for what the camera would see. Says on it that it is a sample. */
export async function paperPhoto(page: Page): Promise<Buffer> {
  await page.setViewportSize({ width: 900, height: 640 });
  await page.setContent(`
    <body style="margin:0;background:#7d6850;display:grid;place-items:center;height:640px;font-family:serif">
      <div style="width:700px;height:500px;background:#fbf8ee;rotate:-2deg;padding:28px;box-sizing:border-box;color:#333">
        <h1 style="text-align:center;margin:12px 0;font-size:34px">GIẤY CHỨNG SINH</h1>
        <p style="text-align:center;color:#a33;font-size:24px;margin:0 0 18px">MẪU · không có thật</p>
        ${'<p style="border-bottom:2px dotted #aaa;height:30px;margin:8px 20px"></p>'.repeat(7)}
      </div>
    </body>`);
  return page.screenshot({ type: 'png' });
}
